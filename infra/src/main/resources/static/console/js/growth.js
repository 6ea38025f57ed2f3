/** That the log has only grown between two checkpoints, of which the older may be one that was kept for years. */

import { get, text } from "./api.js";
import { field, fill, h } from "./dom.js";
import { brief, count, moment } from "./format.js";
import { problem, show } from "./loading.js";
import { growthPicture, hashList } from "./pictures.js";
import { keep, seen } from "./seen.js";
import { verdictCard } from "./verdict.js";
import { verifyConsistency } from "./verify.js";

/** @param keys gives the verifier keys to check signatures with, and whether they are the auditor's own */
export function growthSection(keys) {
  const older = h("select", { name: "older", required: true });
  const newer = h("select", { name: "newer", required: true });
  const pasted = h("textarea", { name: "checkpoint", rows: 5, spellcheck: "false", autocomplete: "off" });
  const place = h("div", { class: "proven" });
  const refused = h("div", {});

  const refresh = () => {
    const all = seen();
    for (const [select, chosen] of [
      [older, all.length - 1],
      [newer, 0],
    ]) {
      fill(
        select,
        all.map((each, index) => h("option", { value: each.note, selected: index === chosen }, name(each))),
      );
    }
    verify.disabled = all.length < 2;
  };
  const add = async (note) => {
    fill(refused);
    try {
      keep(await note());
      pasted.value = "";
      refresh();
    } catch (failure) {
      fill(refused, problem(failure));
    }
  };
  const send = (event) => {
    event.preventDefault();
    const [one, other] = [older, newer].map((select) => keep(select.value));
    const [from, to] = one.size <= other.size ? [one, other] : [other, one];
    show(place, () => consistency(from, to, keys), result);
  };
  const button = (label, click) => h("button", { type: "button", class: "plain", click }, label);
  const verify = h("button", { type: "submit" }, "Compare");
  refresh();
  const element = [
    h(
      "form",
      { class: "card", submit: send, "aria-label": "Compare two checkpoints" },
      h("h2", {}, "Has the log only grown?"),
      h(
        "p",
        { class: "lead" },
        "Two checkpoints that this browser has seen. It keeps them after you leave: an old one is what nobody can change any more.",
      ),
      h("div", { class: "grid wide" }, field("Older", older), field("Newer", newer)),
      h(
        "div",
        { class: "actions" },
        verify,
        button("Get the newest", () => add(() => text("audit/checkpoint"))),
      ),
      h(
        "details",
        {},
        h("summary", {}, "Add one that you have kept elsewhere"),
        field("Signed checkpoint", pasted, "All lines of it, the signature too."),
        h(
          "div",
          { class: "actions" },
          button("Add", () => add(async () => `${pasted.value.trim()}\n`)),
        ),
      ),
      refused,
    ),
    place,
  ];
  return { element, refresh };
}

async function consistency(older, newer, keys) {
  const proof =
    older.size === newer.size || older.size === 0
      ? { hashes: [] }
      : await get("audit/proofs/consistency", { from: older.size, to: newer.size });
  return verifyConsistency({ older, newer, proof, ...(await keys()) });
}

function result(found) {
  const pictured = found.parts.length > 0;
  const rows = found.parts.map((part) => ({ ...part, note: part.shared ? "in both" : "later" }));
  return verdictCard("two checkpoints", found, pictured && growthPicture(found), pictured && hashList(rows));
}

function name({ size, root, at }) {
  return `${count(size, "event")} · ${brief(root)} · seen ${moment(at).slice(0, 19)}`;
}
