/** The read models: how far they are behind the log, and building one anew while it serves. */

import { get, post } from "./api.js";
import { announce, fill, h } from "./dom.js";
import { count, duration, moment, number } from "./format.js";
import { problem, show, withheld } from "./loading.js";
import { may, session } from "./session.js";

const EVERY_MILLIS = 1500;
const PATH = "admin/projections";
const ENDED = {
  DONE: "Replayed: the new tables have taken the place of the old ones.",
  FAILED: "The replay failed; the old tables stayed.",
  INTERRUPTED: "The node that replayed has stopped; the old tables stayed.",
};

export function projectionsView() {
  const title = "Projections";
  if (!may("admin")) {
    return {
      title,
      content: withheld("admin", "How read models stand is shown to administrators only.", session().roles),
    };
  }
  const place = h("div", {});
  const rows = new Map();
  let next;
  let left = false;
  const refresh = async () => {
    clearTimeout(next);
    try {
      const { items } = await get(PATH);
      items.forEach((item) => rows.get(item.name)?.update(item));
    } catch (failure) {
      fill(place, problem(failure, begin));
      return;
    }
    again();
  };
  const again = () => {
    if (!left) {
      next = setTimeout(refresh, EVERY_MILLIS);
    }
  };
  const begin = () =>
    show(
      place,
      () => get(PATH),
      ({ items }) => {
        rows.clear();
        items.forEach((item) => rows.set(item.name, row(item, refresh)));
        again();
        return h(
          "ul",
          { class: "projections" },
          [...rows.values()].map(({ element }) => element),
        );
      },
    );
  begin();
  const lead =
    "Each read model follows the log by itself. A replay builds it anew from the first event while the old one serves.";
  const leave = () => {
    left = true;
    clearTimeout(next);
  };
  return { title, content: [h("p", { class: "lead" }, lead), place], leave };
}

/** One projection. It is changed and not made anew, so that whoever stands on its button still does. */
function row(item, refresh) {
  const state = h("span", { class: "chip" });
  const lag = h("dd", {});
  const position = h("dd", {});
  const replay = h("div", { class: "replay" });
  const refused = h("div", {});
  const order = async () => {
    fill(refused);
    try {
      await post(`${PATH}/${encodeURIComponent(item.name)}/replay`);
      announce(`The replay of ${item.name} has begun`);
    } catch (failure) {
      fill(refused, problem(failure));
    }
    await refresh();
  };
  const button = h(
    "button",
    { type: "button", class: "plain", "aria-label": `Replay ${item.name}`, click: () => confirmed(item.name, order) },
    "Replay…",
  );
  const update = ({ state: now, position: reached, head, lagEvents, lagMillis, lastReplay }) => {
    fill(state, now.toLowerCase());
    state.className = `chip ${now.toLowerCase()}`;
    fill(lag, lagEvents === 0 ? "nothing" : `${count(lagEvents, "event")}, ${duration(lagMillis)}`);
    fill(position, number(reached));
    position.title = `The log ends at ${number(head)}`;
    fill(replay, lastReplay ? progress(lastReplay) : null);
    button.disabled = lastReplay?.state === "RUNNING";
  };
  update(item);
  const element = h(
    "li",
    { class: "card" },
    h("div", { class: "head" }, h("h2", {}, item.name), state, button),
    h(
      "dl",
      { class: "numbers" },
      h("div", {}, h("dt", {}, "Position"), position),
      h("div", {}, h("dt", {}, "Behind"), lag),
    ),
    replay,
    refused,
  );
  return { element, update };
}

/** How a replay goes, or went. */
export function progress({ name, state, processed, total, ratePerSecond, remainingSeconds, startedAt, failure }) {
  const running = state === "RUNNING";
  const rest =
    remainingSeconds === null || remainingSeconds === undefined ? "" : `, ${duration(remainingSeconds * 1000)} left`;
  return [
    running &&
      h("progress", { max: Math.max(1, total), value: Math.min(processed, total), "aria-label": `Replay of ${name}` }),
    h(
      "p",
      { class: state === "FAILED" ? "bad" : "quiet" },
      running
        ? `${number(processed)} of ${count(total, "event")}, ${number(ratePerSecond)} a second${rest}`
        : `${ENDED[state] ?? state} ${count(processed, "event")}, begun ${moment(startedAt)} UTC.${failure ? ` ${failure}` : ""}`,
    ),
  ];
}

/** Asks before something is done that takes its time. */
function confirmed(name, act) {
  const dialog = h(
    "dialog",
    { "aria-labelledby": "confirm-title", close: () => dialog.remove() },
    h("h2", { id: "confirm-title" }, `Replay ${name}?`),
    h(
      "p",
      {},
      "It is built anew from the first event. Meanwhile it serves as before, and the database has more to do.",
    ),
    h("p", {}, "The order is an event itself, under your name."),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "button", click: () => (dialog.close(), act()) }, "Replay"),
      h("button", { type: "button", class: "plain", autofocus: true, click: () => dialog.close() }, "Cancel"),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
