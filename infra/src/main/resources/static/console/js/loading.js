/** What stands in a place while its content is on the way, and when it does not come. */

import { Problem } from "./api.js";
import { fill, h } from "./dom.js";

/**
 * Shows what a question is answered with. Of several questions for one place only the last is shown.
 *
 * @param place the element that is filled
 * @param ask gives a promise
 * @param render turns its answer into elements
 */
export async function show(place, ask, render) {
  const turn = (place.turn = (place.turn ?? 0) + 1);
  place.setAttribute("aria-busy", "true");
  if (!place.hasChildNodes()) {
    fill(place, h("p", { class: "quiet loading" }, "Loading…"));
  }
  let content;
  try {
    content = render(await ask());
  } catch (failure) {
    content = problem(failure, () => show(place, ask, render));
  }
  if (place.turn === turn) {
    fill(place, content);
    place.removeAttribute("aria-busy");
  }
}

/** A problem as people read it, with a way to try again. */
export function problem(failure, again) {
  const known = failure instanceof Problem;
  return h(
    "div",
    { class: "problem", role: "alert" },
    h("h2", {}, failure.message),
    known && failure.detail && h("p", {}, failure.detail),
    known &&
      failure.errors.length > 0 &&
      h(
        "ul",
        {},
        failure.errors.map((e) => h("li", {}, `${e.field}: ${e.message}`)),
      ),
    known && failure.status === 401 && h("p", {}, "The token is no longer good. Sign out, and sign in with a new one."),
    known && failure.status > 0 && h("p", { class: "quiet" }, `Status ${failure.status}`),
    again && h("button", { type: "button", click: again }, "Try again"),
  );
}

/** Why somebody does not see a section. */
export function withheld(role, what, roles) {
  const has = roles.length === 0 ? "no role" : `the role${roles.length > 1 ? "s" : ""} ${roles.join(" and ")}`;
  return h(
    "div",
    { class: "withheld" },
    h("h2", {}, `This needs the role ${role}`),
    h("p", {}, `${what} Your token carries ${has}, so nothing was asked for: the server would refuse it.`),
    h("p", {}, "Whoever manages accounts can give you the role; sign in again with a new token then."),
  );
}

/** Nothing was found, in words that say what to do. */
export function nothing(title, advice) {
  return h("div", { class: "nothing" }, h("h2", {}, title), h("p", {}, advice));
}
