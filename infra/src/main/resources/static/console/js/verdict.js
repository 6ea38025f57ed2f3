/** What a verification has come to. */

import { announce, h } from "./dom.js";

/**
 * What came out, step by step, and the picture of it.
 *
 * @param of what was verified, for those who hear the page
 */
export function verdictCard(of, { state, title, summary, steps }, ...pictures) {
  announce(`${title}: ${summary}`);
  return h(
    "section",
    { class: `card verdict ${state}`, "aria-label": `Verdict on ${of}` },
    h("h2", {}, title),
    h("p", { class: "summary" }, summary),
    h("div", { class: "columns-2" }, h("ol", { class: "steps" }, steps.map(stepItem)), h("div", {}, pictures)),
  );
}

function stepItem({ state, title, detail }) {
  const word = { ok: "Right", wrong: "Wrong", unknown: "Not checked" }[state];
  return h(
    "li",
    { class: state },
    h("p", {}, h("span", { class: "mark" }, word), " ", h("b", {}, title)),
    h("p", { class: "detail" }, marked(detail)),
  );
}

/** Hashes stand out from the text about them. */
function marked(detail) {
  return detail.split(/\b([0-9a-f]{64})\b/).map((part, index) => (index % 2 === 1 ? h("code", {}, part) : part));
}
