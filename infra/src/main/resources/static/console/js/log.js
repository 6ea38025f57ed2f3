/** The log, searched and paged. What is searched for stands in the address, so that it can be kept and gone back to. */

import { get, text } from "./api.js";
import { announce, field, fill, h } from "./dom.js";
import { eventList } from "./events.js";
import { count } from "./format.js";
import { nothing, problem, show, withheld } from "./loading.js";
import { readNote } from "./note.js";
import { may, session } from "./session.js";

const PAGE = 50;
const FILTERS = ["from", "to", "type", "aggregateId", "actor", "subject", "correlationId"];
/** Types that were seen, to choose from. */
const types = new Set();
/** From which page one has come to another, by their addresses. */
const before = new Map();

export function logView(_, asked) {
  const title = "Log";
  if (!may("auditor")) {
    return { title, content: withheld("auditor", "Events are shown to auditors only.", session().roles) };
  }
  const filters = Object.fromEntries(FILTERS.map((name) => [name, asked.get(name) ?? ""]));
  const filtered = FILTERS.some((name) => filters[name] !== "");
  const place = h("div", { class: "results" });
  show(
    place,
    () => get("audit/events", { ...filters, after: asked.get("after"), cursor: asked.get("cursor"), limit: PAGE }),
    (page) => results(page, filters, filtered, asked),
  );
  return { title, content: [form(filters, filtered), place] };
}

function form(filters, filtered) {
  const input = (name, more = {}) =>
    h("input", { name, value: filters[name], autocomplete: "off", spellcheck: "false", ...more });
  const time = (name) => input(name, { type: "datetime-local", step: 1, value: filters[name].replace("Z", "") });
  const choices = h(
    "datalist",
    { id: "types" },
    [...types].sort().map((type) => h("option", { value: type })),
  );
  const send = (event) => {
    event.preventDefault();
    const given = new FormData(event.target);
    const wanted = FILTERS.map((name) => [name, String(given.get(name)).trim()]).filter(([, value]) => value !== "");
    go(wanted.map(([name, value]) => [name, /^(from|to)$/.test(name) ? instant(value) : value]));
  };
  return h(
    "details",
    { class: "card filter", open: filtered },
    h("summary", {}, "Search"),
    h(
      "form",
      { submit: send, "aria-label": "Search the log" },
      h(
        "div",
        { class: "grid" },
        field("Type", input("type", { list: "types" }), "Such as NoteWritten."),
        field("By", input("actor"), "The user who acted."),
        field("About", input("subject"), "A user whom the event names."),
        field("Aggregate", input("aggregateId"), "The id of a stream."),
        field("Request", input("correlationId"), "The correlation id of a request."),
        field("From, UTC", time("from"), "The first moment."),
        field("To, UTC", time("to"), "The moment behind the last."),
      ),
      choices,
      h(
        "div",
        { class: "actions" },
        h("button", { type: "submit" }, "Search"),
        h("button", { type: "button", class: "plain", click: () => go([]) }, "Everything"),
      ),
    ),
  );
}

function results({ items, nextCursor }, filters, filtered, asked) {
  items.forEach(({ type }) => types.add(type));
  const said = items.length === 0 ? "No events" : count(items.length, "event");
  announce(said);
  if (items.length === 0) {
    return filtered
      ? nothing("No event is like that", "Take out a filter. What happened a moment ago can be found in a moment.")
      : nothing("There is nothing here", "Behind this position nothing has happened yet.");
  }
  const kept = Object.entries(filters).filter(([, value]) => value !== "");
  const here = location.hash;
  const back = before.get(here);
  const refused = h("div", {});
  const newest = async () => {
    try {
      const { size } = readNote(await text("audit/checkpoint"));
      go([["after", Math.max(0, size - PAGE)]]);
    } catch (failure) {
      fill(refused, problem(failure));
    }
  };
  const button = (label, click) =>
    h("button", { type: "button", class: "plain", disabled: click === null, click }, label);
  return [
    eventList(items),
    h(
      "nav",
      { class: "actions pages", "aria-label": "Pages" },
      button("Oldest", asked.has("cursor") || asked.has("after") ? () => go(kept) : null),
      button("Previous", back === undefined ? null : () => (location.hash = back)),
      button("Next", nextCursor ? () => go([...kept, ["cursor", nextCursor]], here) : null),
      !filtered && button("Newest signed", newest),
      h("span", { class: "quiet" }, said),
    ),
    refused,
  ];
}

function go(parameters, from) {
  const query = new URLSearchParams(parameters);
  const address = `#/log${query.size ? `?${query}` : ""}`;
  if (from !== undefined) {
    before.set(address, from);
  }
  if (location.hash === address) {
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = address;
  }
}

function instant(local) {
  return `${local.length === 16 ? `${local}:00` : local}Z`;
}
