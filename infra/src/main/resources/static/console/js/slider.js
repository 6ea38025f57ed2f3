/**
 * Goes through the life of a stream: from event to event, as nothing changes between them, or evenly through time, where
 * long pauses stay long. Asks only when the hand has come to rest: each look is recorded.
 */

import { announce, fill, h } from "./dom.js";
import { moment, number } from "./format.js";

const REST_MILLIS = 250;
const STEPS = 1000;

/**
 * @param first when the stream began, RFC 3339
 * @param last when its last event was
 * @param versions how many events it has
 * @param typeOf the type of the event that made a version, where it is known
 * @param go is told where to look: a version or a moment
 */
export function timeSlider({ first, last, versions, typeOf, go }) {
  // Moments of the log are finer than a browser's: the next millisecond is behind the event.
  const [begin, end] = [Date.parse(first) + 1, Date.parse(last) + 1];
  const range = h("input", { type: "range", "aria-label": "Point in the life of the stream", class: "slider" });
  const here = h("output", { class: "here" });
  const modes = h("div", { class: "ways", role: "group", "aria-label": "The slider goes" });
  let byTime = false;
  let version = versions;
  let resting;

  const instant = () => new Date(begin + Math.round(((end - begin) * Number(range.value)) / STEPS)).toISOString();
  const say = (text) => {
    fill(here, text);
    range.setAttribute("aria-valuetext", text);
  };
  const moved = () => {
    if (byTime) {
      say(`${moment(instant())} UTC`);
    } else {
      version = Number(range.value);
      const type = typeOf(version);
      say(`Version ${number(version)} of ${number(versions)}${type ? `: ${type}` : ""}`);
    }
    clearTimeout(resting);
    resting = setTimeout(() => go(byTime ? { at: instant() } : { version }), REST_MILLIS);
  };
  const scale = (min, max, value) => {
    Object.assign(range, { min, max, step: 1 });
    range.value = value;
    range.disabled = max <= min;
  };
  const choose = (time) => {
    byTime = time;
    time ? scale(0, STEPS, STEPS) : scale(1, versions, version);
    moved();
  };
  const way = (label, time) =>
    h(
      "label",
      {},
      h("input", {
        type: "radio",
        name: "scale",
        checked: !time,
        disabled: end <= begin && time,
        change: () => choose(time),
      }),
      label,
    );

  range.addEventListener("input", moved);
  fill(modes, way("Event by event", false), way("Evenly through time", true));
  scale(1, versions, versions);

  return {
    element: [
      h("div", { class: "slider-head" }, here, modes),
      range,
      h(
        "p",
        { class: "ends" },
        h("time", { datetime: first }, moment(first)),
        h("time", { datetime: last }, moment(last)),
      ),
    ],
    /** Goes to a version, event by event. */
    moveTo(wanted) {
      version = wanted;
      modes.querySelector("input").checked = true;
      choose(false);
    },
    /** Says what was found there. */
    reached(found) {
      version = found.version;
      announce(`State at version ${found.version}, since ${moment(found.at)} UTC`);
    },
    stop: () => clearTimeout(resting),
  };
}
