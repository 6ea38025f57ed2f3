/** An event in a list: a line that opens, with what is stored below. */

import { h } from "./dom.js";
import { fieldList } from "./fields.js";
import { moment, number, tail } from "./format.js";

/** Events in their order. */
export function eventList(events) {
  return h(
    "div",
    { class: "events" },
    h(
      "div",
      { class: "columns", "aria-hidden": "true" },
      ["Position", "Time, UTC", "Event", "By", "Aggregate", "Version"].map((name) => h("span", {}, name)),
    ),
    h(
      "ol",
      { "aria-label": "Events, oldest first" },
      events.map((event) => h("li", {}, line(event))),
    ),
  );
}

function line(event) {
  const by = event.metaData.actor;
  return h(
    "details",
    {},
    h(
      "summary",
      {},
      h("span", { class: "position" }, number(event.position)),
      h("time", { datetime: event.timestamp }, moment(event.timestamp)),
      h("b", {}, event.type),
      h("span", { class: "actor" }, by ? String(by) : "—"),
      h("span", { class: "aggregate" }, `${event.aggregateType ?? "?"} `, h("code", {}, tail(event.aggregateId))),
      h("span", { class: "version" }, h("span", { class: "word" }, "version "), number(event.version)),
    ),
    h(
      "div",
      { class: "inside" },
      h(
        "p",
        { class: "actions" },
        link(`#/streams/${encodeURIComponent(event.aggregateId)}?version=${event.version}`, "See the state then"),
        link(`#/proof/${event.position}`, "Verify"),
        by && link(`#/log?actor=${encodeURIComponent(by)}`, `All by ${by}`),
        event.metaData.correlationId &&
          link(`#/log?correlationId=${encodeURIComponent(event.metaData.correlationId)}`, "All of this request"),
      ),
      h("h2", {}, "As it is stored"),
      fieldList(event.payload),
      h("h2", {}, "About it"),
      fieldList({
        event: event.eventId,
        aggregate: event.aggregateId,
        revision: event.revision ?? null,
        ...event.metaData,
      }),
    ),
  );
}

function link(address, text) {
  return h("a", { class: "button", href: address }, text);
}
