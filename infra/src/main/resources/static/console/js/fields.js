/** JSON as people read it: one field a line, by its path; and two of them side by side, as what has changed. */

import { h } from "./dom.js";

/** All fields of a value, by their paths. */
export function fieldsOf(value, path = [], fields = new Map()) {
  const inner = value !== null && typeof value === "object" && !isSealed(value) ? Object.entries(value) : [];
  if (inner.length === 0) {
    fields.set(path.join(" › "), value);
  }
  inner.forEach(([name, part]) => fieldsOf(part, [...path, name], fields));
  return fields;
}

/**
 * What became of each field.
 *
 * @param before null if there was nothing before
 * @returns {{path: string, was: any, is: any, change: "same"|"new"|"changed"|"gone"}[]}
 */
export function difference(before, after) {
  const old = before === null ? new Map() : fieldsOf(before);
  const now = fieldsOf(after);
  const lines = [...now].map(([path, is]) => {
    const was = old.get(path);
    const change = !old.has(path) ? "new" : shown(was) === shown(is) ? "same" : "changed";
    return { path, was, is, change };
  });
  const gone = [...old].filter(([path]) => !now.has(path)).map(([path, was]) => ({ path, was, change: "gone" }));
  return [...lines, ...gone].filter(({ path }) => path !== "");
}

/** A list of fields and their values. */
export function fieldList(value) {
  return list(difference(value, value));
}

/** The same, with what has changed marked by a word and a colour. */
export function changeList(before, after) {
  return list(difference(before, after));
}

function list(lines) {
  if (lines.length === 0) {
    return h("p", { class: "quiet" }, "No fields.");
  }
  return h(
    "dl",
    { class: "fields" },
    lines.map(({ path, was, is, change }) =>
      h(
        "div",
        { class: change },
        h("dt", {}, path, change !== "same" && h("span", { class: "mark" }, change)),
        h(
          "dd",
          {},
          (change === "changed" || change === "gone") && [h("del", {}, shown(was)), " "],
          change === "changed" ? h("ins", {}, shown(is)) : change !== "gone" && shown(is),
        ),
      ),
    ),
  );
}

function shown(value) {
  if (value === null || value === undefined) {
    return "nothing";
  }
  if (isSealed(value)) {
    return `sealed, under the key of ${value.of}`;
  }
  return typeof value === "object" ? (Array.isArray(value) ? "empty list" : "empty") : String(value);
}

/** A text as it is stored: encrypted under a person's key. */
function isSealed(value) {
  return value !== null && typeof value === "object" && "sealed" in value && "of" in value;
}
