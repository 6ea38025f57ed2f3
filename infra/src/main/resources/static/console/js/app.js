/** The frame: who looks, which section is open, and what stands in the address behind the #. */

import { fill, h } from "./dom.js";
import { logView } from "./log.js";
import { projectionsView } from "./projections.js";
import { proofView } from "./proof.js";
import { purposeDialog } from "./purpose.js";
import { session, signOut } from "./session.js";
import { signInView } from "./signin.js";
import { streamView } from "./stream.js";

const main = document.getElementById("main");
const sections = document.getElementById("sections");
const caller = document.getElementById("caller");
const VIEWS = { log: logView, streams: streamView, proof: proofView, projections: projectionsView };
const leave = { last: () => {} };

/** Shows what the address names. A view gives its title, its elements, and maybe what to do when it is left. */
function open() {
  leave.last();
  const [path, query] = location.hash.slice(2).split("?");
  const [name, ...rest] = path.split("/");
  const section = VIEWS[name] ? name : "log";
  const view =
    session() === null
      ? signInView(signedIn)
      : VIEWS[section](rest.map(decodeURIComponent).join("/"), new URLSearchParams(query));
  leave.last = view.leave ?? (() => {});
  document.title = `${view.title} · Eindr console`;
  fill(main, h("h1", {}, view.title), view.content);
  for (const link of sections.children) {
    const here = session() !== null && link.hash.slice(2) === section;
    here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
  frame();
  scrollTo(0, 0);
  // For whoever drives the page: the address may be ahead of what is shown.
  document.documentElement.dataset.shown = location.hash;
}

/** The head of the page: empty until somebody has signed in. */
function frame() {
  const now = session();
  sections.hidden = caller.hidden = now === null;
  if (now === null) {
    return;
  }
  fill(
    caller,
    h("p", { class: "who" }, h("strong", {}, now.who), ` ${now.roles.join(", ") || "no role"}`),
    h(
      "button",
      { type: "button", class: "plain purpose", click: () => purposeDialog(open) },
      `Purpose: ${now.purpose}`,
    ),
    h("button", { type: "button", class: "plain", click: signedOut }, "Sign out"),
  );
}

function signedIn() {
  open();
  main.focus();
}

function signedOut() {
  signOut();
  open();
  main.focus();
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", () => {
  open();
  main.focus();
});
open();
