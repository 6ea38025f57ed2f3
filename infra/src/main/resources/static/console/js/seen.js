/**
 * The checkpoints that this browser has seen. They outlive the page, which is what makes them worth something: what was seen
 * last week, and only that, shows that the log of last week is still in that of today. There is nothing personal in them.
 */

import { readNote } from "./note.js";

const NAME = "eindr-checkpoints";
const MOST = 50;

/** What was seen, the largest first: the note, and when it was seen first. */
export function seen() {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return kept
      .map(({ note, at }) => ({ ...readNote(note), at }))
      .sort((one, other) => other.size - one.size || (one.at < other.at ? 1 : -1));
  } catch {
    return [];
  }
}

/**
 * Keeps a checkpoint.
 *
 * @throws {Wrong} if it is none
 */
export function keep(note) {
  const checkpoint = readNote(note);
  const kept = seen();
  if (!kept.some((each) => each.text === checkpoint.text)) {
    const all = [{ note, at: new Date().toISOString() }, ...kept.map(({ note: old, at }) => ({ note: old, at }))];
    // The oldest are worth most: what is left out is from the middle.
    const fewer = all.length > MOST ? [...all.slice(0, MOST / 2), ...all.slice(-MOST / 2)] : all;
    try {
      localStorage.setItem(NAME, JSON.stringify(fewer));
    } catch {
      // A browser that keeps nothing can still compare what it is given.
    }
  }
  return checkpoint;
}
