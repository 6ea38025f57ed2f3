/** Begins: a token from elsewhere, or from the local issuer where there is one; and the purpose. */

import { hasLocalIssuer, localToken } from "./api.js";
import { field, fill, h } from "./dom.js";
import { problem } from "./loading.js";
import { purposeInput, RECORDED } from "./purpose.js";
import { signIn } from "./session.js";

const ROLES = [
  ["auditor", "reads the log, states and proofs"],
  ["admin", "sees and replays projections"],
];

/** @param signedIn is called once somebody has signed in */
export function signInView(signedIn) {
  const purpose = purposeInput();
  const token = h("textarea", { name: "token", rows: 4, spellcheck: "false", autocomplete: "off", required: true });
  const userId = h("input", { name: "userId", value: "rita", maxlength: 128, required: true, autocomplete: "off" });
  const roles = ROLES.map(([name, may]) => [h("input", { type: "checkbox", name, checked: true }), name, may]);
  const pasted = h("div", {}, field("Token", token, "An ID token of Firebase, as the application's users have."));
  const local = h(
    "div",
    { hidden: true },
    field("User", userId, "The local issuer of the embedded mode gives a token to anybody."),
    h(
      "fieldset",
      {},
      h("legend", {}, "Roles"),
      roles.map(([box, name, may]) => h("label", { class: "choice" }, box, h("span", {}, h("b", {}, name), ` ${may}`))),
    ),
  );
  const refused = h("div", {});
  const ways = h("div", { class: "ways", hidden: true });
  let issuer = false;

  const choose = (way) => {
    issuer = way;
    local.hidden = !way;
    pasted.hidden = way;
    // What is hidden must not keep the form from being sent.
    token.disabled = way;
    userId.disabled = !way;
  };
  choose(false);

  hasLocalIssuer().then((there) => {
    if (there) {
      const way = (label, value) =>
        h("label", {}, h("input", { type: "radio", name: "way", checked: value, change: () => choose(value) }), label);
      ways.hidden = false;
      fill(ways, way("Local issuer", true), way("Paste a token", false));
      choose(true);
    }
  });

  const send = async (event) => {
    event.preventDefault();
    fill(refused);
    try {
      const wanted = roles.filter(([box]) => box.checked).map(([, name]) => name);
      signIn(issuer ? await localToken(userId.value.trim(), wanted) : token.value.trim(), purpose.value.trim());
    } catch (failure) {
      fill(refused, problem(failure));
      return;
    }
    signedIn();
  };

  return {
    title: "Look into the log",
    content: h(
      "form",
      { class: "card signin", submit: send },
      h("p", { class: "lead" }, "What happened, what was true at any moment, and proof that nobody has changed it."),
      h("div", { role: "group", "aria-label": "Where the token comes from" }, ways),
      local,
      pasted,
      field("Purpose", purpose, RECORDED),
      refused,
      h("div", { class: "actions" }, h("button", { type: "submit" }, "Sign in")),
      h("p", { class: "quiet" }, "Token and purpose stay in this page's memory, until you reload or close it."),
    ),
  };
}
