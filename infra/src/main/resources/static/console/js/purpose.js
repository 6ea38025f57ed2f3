/** Why somebody looks: asked at the beginning, and changed whenever they look for another reason. */

import { field, h } from "./dom.js";
import { session } from "./session.js";

export const RECORDED = "Every look at the log is itself an event: who, what, and this purpose.";

/** The field in which a purpose is given. */
export function purposeInput(value = "") {
  return h("input", {
    name: "purpose",
    required: true,
    maxlength: 200,
    value,
    autocomplete: "off",
    pattern: ".*\\S.*",
  });
}

/** Asks for another purpose, and says when there is one. */
export function purposeDialog(changed) {
  const input = purposeInput(session().purpose);
  const dialog = h(
    "dialog",
    { "aria-labelledby": "purpose-title", close: () => dialog.remove() },
    h(
      "form",
      {
        submit: (event) => {
          event.preventDefault();
          session().purpose = input.value.trim();
          dialog.close();
          changed();
        },
      },
      h("h2", { id: "purpose-title" }, "Why do you look?"),
      field("Purpose", input, RECORDED),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "submit" }, "Go on with this purpose"),
        h("button", { type: "button", class: "plain", click: () => dialog.close() }, "Cancel"),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
