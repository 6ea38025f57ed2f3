/** Proofs as pictures. Every picture has a text that says the same, for those who do not see it. */

import { h, svg } from "./dom.js";
import { brief, count, hex, number } from "./format.js";

const WIDTH = 360;
const ROW = 74;
const BOX = { width: 104, height: 40 };
const CENTRE = WIDTH / 2;
const BESIDE = { left: BOX.width / 2 + 4, right: WIDTH - BOX.width / 2 - 4 };

/** The way from an event up to the signed root: what was calculated in the middle, what was given on both sides. */
export function climbPicture({ way, leaf, inTree, checkpoint, position, steps }) {
  const levels = way.steps.length;
  const height = (levels + 2) * ROW;
  const y = (level) => height - ROW * 0.6 - level * ROW;
  const broken = steps[0].state === "wrong";
  const reached = steps[1].state === "ok";
  const lines = [];
  const boxes = [node(CENTRE, y(0), brief(inTree), `event ${number(position)}`, broken ? "given" : "made")];
  way.steps.forEach(({ other, reached: made }, level) => {
    const x = BESIDE[other.side];
    const top = y(level + 1) + BOX.height / 2;
    lines.push(line(CENTRE, y(level) - BOX.height / 2, CENTRE, top, "made"));
    lines.push(line(x, y(level) - BOX.height / 2, CENTRE, top, "given"));
    boxes.push(node(x, y(level), brief(other.hash), span(other), "given"));
    boxes.push(node(CENTRE, y(level + 1), brief(made.hash), span(made), "made"));
  });
  const mark = reached ? "=" : "≠";
  boxes.push(svg("text", { x: CENTRE, y: y(levels) - ROW * 0.42, class: `equal ${reached ? "ok" : "wrong"}` }, mark));
  boxes.push(node(CENTRE, y(levels + 1) + 6, brief(checkpoint.root), "signed root", reached ? "signed" : "wrong"));
  if (broken) {
    boxes.push(svg("text", { x: CENTRE, y: y(0) + ROW * 0.52, class: "equal wrong" }, "≠"));
    boxes.push(node(CENTRE, y(-1) + 6, brief(leaf), "as stored", "wrong"));
  }
  const label = `From event ${number(position)} over ${count(levels, "level")} up to the root, which is ${reached ? "" : "not "}the signed one.${broken ? " The stored event is another." : ""}`;
  return h(
    "figure",
    { class: "picture" },
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${height + (broken ? ROW : 0)}`, role: "img", "aria-label": label },
      lines,
      boxes,
    ),
    h(
      "figcaption",
      {},
      legend([
        ["made", "calculated here"],
        ["given", "given by the proof"],
        ["signed", "signed"],
      ]),
    ),
  );
}

/** Two logs over the same parts: what both have, and what came after. */
export function growthPicture({ parts, older, newer }) {
  const weights = parts.map(({ from, to }) => 1 + Math.log2(to - from));
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const boxes = [];
  let x = 0;
  let shared = 0;
  parts.forEach((part, index) => {
    const width = (weights[index] / all) * WIDTH;
    boxes.push(
      svg("rect", {
        x: x + 1,
        y: 44,
        width: Math.max(1, width - 2),
        height: 40,
        rx: 4,
        class: part.shared ? "made" : "later",
      }),
    );
    if (width > 52) {
      boxes.push(
        svg("text", { x: x + width / 2, y: 68, class: part.shared ? "on" : "off" }, brief(part.hash).slice(0, 6)),
      );
    }
    x += width;
    shared = part.shared ? x : shared;
  });
  const label = `Of ${count(newer.size, "event")} the first ${number(older.size)} are those that were signed before.`;
  return h(
    "figure",
    { class: "picture wide" },
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} 128`, role: "img", "aria-label": label },
      bracket(0, shared, 38, -1, `${number(older.size)} · ${brief(older.root)}`),
      boxes,
      bracket(0, WIDTH, 90, 1, `${number(newer.size)} · ${brief(newer.root)}`),
    ),
    h(
      "figcaption",
      {},
      legend([
        ["made", "in both logs"],
        ["later", "came after"],
      ]),
      " Widths are not to scale.",
    ),
  );
}

/** The hashes in full, for whoever compares them with something else. */
export function hashList(rows) {
  return h(
    "details",
    { class: "hashes" },
    h("summary", {}, "All hashes"),
    h(
      "ol",
      {},
      rows.map(({ from, to, hash, note }) =>
        h("li", {}, `${span({ from, to })}${note ? `, ${note}` : ""}: `, h("code", {}, hex(hash))),
      ),
    ),
  );
}

function span({ from, to }) {
  return to - from === 1 ? `event ${number(to)}` : `${number(from + 1)}–${number(to)}`;
}

function node(x, y, text, below, kind) {
  return svg(
    "g",
    { class: `node ${kind}` },
    svg("rect", { x: x - BOX.width / 2, y: y - BOX.height / 2, width: BOX.width, height: BOX.height, rx: 8 }),
    svg("text", { x, y: y - 3, class: "hash" }, text),
    svg("text", { x, y: y + 12, class: "of" }, below),
  );
}

function line(x1, y1, x2, y2, kind) {
  const middle = (y1 + y2) / 2;
  return svg("path", { d: `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`, class: `line ${kind}` });
}

function bracket(from, to, y, down, text) {
  const end = y + down * 6;
  return [
    svg("path", { d: `M${from + 1} ${y}V${end}H${Math.max(from + 2, to - 1)}V${y}`, class: "bracket" }),
    svg("text", { x: from + 2, y: down > 0 ? end + 16 : end - 7, class: "start" }, text),
  ];
}

function legend(kinds) {
  return kinds.map(([kind, text]) => h("span", { class: `key ${kind}` }, text));
}
