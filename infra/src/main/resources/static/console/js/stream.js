/** One stream: its events as a timeline, and its state at whatever point of it one goes to. */

import { get } from "./api.js";
import { field, h } from "./dom.js";
import { changeList } from "./fields.js";
import { moment, number } from "./format.js";
import { show, withheld } from "./loading.js";
import { may, session } from "./session.js";
import { timeSlider } from "./slider.js";

const PAGE = 100;

export function streamView(id, asked) {
  const title = "Streams";
  if (!may("auditor")) {
    return { title, content: withheld("auditor", "Streams and states are shown to auditors only.", session().roles) };
  }
  if (id === "") {
    return { title, content: chooser() };
  }
  const place = h("div", {});
  const path = `audit/streams/${encodeURIComponent(id)}`;
  const load = async () => {
    const [now, first] = await Promise.all([get(`${path}/state`), get(`${path}/state`, { version: 1 })]);
    return { now, first, events: await get(path, { limit: PAGE }) };
  };
  let leave = () => {};
  show(place, load, ({ now, first, events }) => {
    const opened = stream(path, now, first, events, Number(asked.get("version") ?? now.lastVersion));
    leave = opened.leave;
    return opened.content;
  });
  return { title: "Stream", content: place, leave: () => leave() };
}

function chooser() {
  const id = h("input", { name: "id", required: true, autocomplete: "off", spellcheck: "false" });
  const send = (event) => {
    event.preventDefault();
    location.hash = `#/streams/${encodeURIComponent(id.value.trim())}`;
  };
  return h(
    "form",
    { class: "card", submit: send },
    h(
      "p",
      { class: "lead" },
      "The life of one note, reminder, debt, account: every event of it, and what it was at any moment.",
    ),
    field("Aggregate", id, "Its id, as it stands in the log; from there every event leads here, too."),
    h("div", { class: "actions" }, h("button", { type: "submit" }, "Open")),
  );
}

function stream(path, now, first, firstPage, wanted) {
  const states = new Map([
    [now.version, now],
    [first.version, first],
  ]);
  const state = h("div", { class: "state" });
  const timeline = h("ol", { class: "timeline", "aria-label": "Events of the stream, oldest first" });
  const events = [];

  const at = async (parameters) => {
    const found = states.get(parameters.version) ?? (await get(`${path}/state`, parameters));
    states.set(found.version, found);
    const previous = found.version - 1;
    if (previous > 0 && !states.has(previous)) {
      states.set(previous, await get(`${path}/state`, { version: previous }));
    }
    return found;
  };
  const go = (parameters) =>
    show(
      state,
      () => at(parameters),
      (found) => {
        mark(found.version);
        slider.reached(found);
        return stateCard(found, states.get(found.version - 1)?.state ?? null);
      },
    );
  const slider = timeSlider({
    first: first.at,
    last: now.at,
    versions: now.lastVersion,
    typeOf: (version) => events.find((event) => event.version === version)?.type,
    go,
  });
  const mark = (version) => {
    for (const button of timeline.querySelectorAll("button[data-version]")) {
      button.setAttribute("aria-current", String(Number(button.dataset.version) === version));
    }
  };
  const add = (page) => {
    events.push(...page.items);
    timeline.append(
      ...page.items.map((event) =>
        h(
          "li",
          {},
          entry(event, () => slider.moveTo(event.version)),
        ),
      ),
    );
    if (page.nextCursor) {
      const more = h("li", {}, h("button", { type: "button", class: "plain" }, "More events"));
      more.firstChild.addEventListener("click", () =>
        show(
          more,
          () => get(path, { limit: PAGE, cursor: page.nextCursor }),
          (next) => {
            queueMicrotask(() => (more.remove(), add(next)));
            return [];
          },
        ),
      );
      timeline.append(more);
    }
  };
  add(firstPage);
  slider.moveTo(Math.min(Math.max(1, wanted), now.lastVersion));
  const content = [
    h("p", { class: "lead" }, `${now.aggregateType} `, h("code", {}, now.aggregateId)),
    h("section", { class: "card", "aria-label": "Time" }, slider.element),
    h("div", { class: "columns-2" }, state, h("section", { class: "card" }, h("h2", {}, "Events"), timeline)),
  ];
  return { content, leave: slider.stop };
}

function entry(event, choose) {
  return h(
    "button",
    { type: "button", class: "entry", "data-version": event.version, "aria-current": "false", click: choose },
    h("span", { class: "version" }, number(event.version)),
    h(
      "span",
      { class: "what" },
      h("b", {}, event.type),
      ` ${event.metaData.actor ? `by ${event.metaData.actor}` : ""}`,
    ),
    h("time", { datetime: event.timestamp }, moment(event.timestamp)),
  );
}

function stateCard(found, before) {
  const changes =
    before === null
      ? "Everything is new: this is the first version."
      : `What version ${number(found.version - 1)} did not have is marked.`;
  return h(
    "section",
    { class: "card", "aria-label": "State" },
    h("h2", {}, `Version ${number(found.version)}`, h("span", { class: "quiet" }, ` of ${number(found.lastVersion)}`)),
    h("p", { class: "quiet" }, `Since ${moment(found.at)} UTC. ${changes}`),
    changeList(before, found.state),
  );
}
