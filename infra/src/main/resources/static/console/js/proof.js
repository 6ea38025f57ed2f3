/** Proof, calculated in this browser: that an event is in the signed log, and that the log has only grown. */

import { firstLine, get, text } from "./api.js";
import { field, h } from "./dom.js";
import { count, number } from "./format.js";
import { growthSection } from "./growth.js";
import { nothing, show, withheld } from "./loading.js";
import { canHash } from "./merkle.js";
import { climbPicture, hashList } from "./pictures.js";
import { keep } from "./seen.js";
import { may, session } from "./session.js";
import { verdictCard } from "./verdict.js";
import { verifyInclusion } from "./verify.js";

/** A key that an auditor has kept: used instead of what the server says for as long as the page lives. */
const kept = { key: "" };

export function proofView(position) {
  const title = "Proof";
  if (!may("auditor")) {
    return { title, content: withheld("auditor", "Proofs are given to auditors only.", session().roles) };
  }
  if (!canHash()) {
    const advice =
      "A browser calculates hashes on pages from https or from localhost only. Open the console there, or use infra/tools/verify-log.";
    return { title, content: nothing("This page cannot verify anything", advice) };
  }
  const place = h("div", { class: "proven" });
  const growth = growthSection(keys);
  const run = (wanted) =>
    show(
      place,
      () => inclusion(wanted),
      (found) => (growth.refresh(), inclusionResult(found, () => run(wanted))),
    );
  if (/^[1-9][0-9]*$/.test(position)) {
    run(Number(position));
  }
  return { title, content: [eventForm(position), place, growth.element] };
}

function eventForm(position) {
  const input = h("input", {
    name: "position",
    inputmode: "numeric",
    pattern: "[1-9][0-9]*",
    required: true,
    value: position,
    autocomplete: "off",
  });
  const key = h("input", { name: "key", value: kept.key, autocomplete: "off", spellcheck: "false" });
  const send = (event) => {
    event.preventDefault();
    kept.key = key.value.trim();
    const address = `#/proof/${input.value.trim()}`;
    location.hash === address ? dispatchEvent(new HashChangeEvent("hashchange")) : (location.hash = address);
  };
  return h(
    "form",
    { class: "card", submit: send, "aria-label": "Verify an event" },
    h("h2", {}, "Is an event in the log?"),
    h(
      "p",
      { class: "lead" },
      "Its stored bytes are hashed here, from the leaf up to the root that was signed. Nothing is believed but the key.",
    ),
    h(
      "div",
      { class: "grid" },
      field("Position", input, "The event's number in the log, from 1."),
      field(
        "Verifier key you have kept",
        key,
        "Without one, the key is what this server says: then it vouches for itself.",
      ),
    ),
    h("div", { class: "actions" }, h("button", { type: "submit" }, "Verify")),
  );
}

async function keys() {
  return kept.key ? { keys: [kept.key], own: true } : { keys: (await get("audit/keys")).keys, own: false };
}

async function inclusion(position) {
  const checkpoint = keep(await text("audit/checkpoint"));
  if (checkpoint.size < position) {
    return { position, checkpoint, early: true };
  }
  const line = await firstLine("audit/events", { after: position - 1 }, (each) => each.position >= position);
  if (line?.position !== position) {
    return { position, checkpoint, gone: true };
  }
  const proof = await get("audit/proofs/inclusion", { position, treeSize: checkpoint.size });
  return verifyInclusion({ position, line, checkpoint, proof, ...(await keys()) });
}

function inclusionResult(found, again) {
  const { position, checkpoint } = found;
  if (found.early) {
    return h(
      "div",
      { class: "nothing" },
      h("h2", {}, `Event ${number(position)} is not signed yet`),
      h("p", {}, `Signed are ${count(checkpoint.size, "event")}. What happens is signed within seconds.`),
      h("button", { type: "button", click: again }, "Look again"),
    );
  }
  if (found.gone) {
    return verdictCard(`event ${number(position)}`, {
      state: "wrong",
      title: "Wrong",
      summary: `Event ${number(position)} is gone: ${count(checkpoint.size, "event")} were signed, and the log has none at this position.`,
      steps: [],
    });
  }
  const rows = found.way?.steps.map(({ other }) => ({ ...other, note: `on the ${other.side}` })) ?? [];
  return verdictCard(
    `event ${number(position)}`,
    found,
    found.way && climbPicture(found),
    rows.length > 0 && hashList(rows),
  );
}
