/** Judges what the server has said about the log, by calculation alone. Each step says what was compared and how it went. */

import { bytesOf, climb, grow, leafHash, leafOf, same, sha256, Wrong } from "./merkle.js";
import { signedBy } from "./note.js";
import { count, hex, number } from "./format.js";

/**
 * Whether an event is in the log that was signed.
 *
 * @param position of the event, from 1
 * @param line its line of the export
 * @param checkpoint as note.js reads it
 * @param proof hashes, and the leaf that the tree has for the event
 * @param keys verifier keys
 * @param own whether they are the auditor's own, and not what the server says
 */
export async function verifyInclusion({ position, line, checkpoint, proof, keys, own }) {
  const leaf = await leafHash(leafOf(line));
  const inTree = bytesOf(proof.leafHash);
  const hashes = proof.hashes.map(bytesOf);
  const stored = line.position === position && same(leaf, inTree);
  const steps = [
    stored
      ? step(
          "ok",
          "The stored event hashes to its leaf",
          `SHA-256 over its ${count(leafOf(line).length, "byte")} is ${hex(leaf)}.`,
        )
      : step(
          "wrong",
          `Event ${number(position)} is not what it was when it was signed`,
          `It hashes to ${hex(leaf)}; the tree has ${hex(inTree)} at position ${number(position)}.`,
        ),
  ];
  let way = null;
  try {
    way = await climb(position - 1, checkpoint.size, inTree, hashes);
    steps.push(
      rootStep(way.root, checkpoint, `The leaf and ${count(hashes.length, "hash", "hashes")} beside its way up`),
    );
  } catch (failure) {
    steps.push(wrongly(failure));
  }
  steps.push(await signatureStep(checkpoint, keys, own));
  return { steps, leaf, inTree, way, checkpoint, position, ...verdict(steps, proven(position, checkpoint)) };
}

/**
 * Whether the log of one checkpoint begins with the log of another.
 *
 * @param older of two checkpoints the one of fewer events, or of as many
 * @param proof its hashes
 */
export async function verifyConsistency({ older, newer, proof, keys, own }) {
  const steps = [];
  let parts = [];
  if (older.origin !== newer.origin) {
    steps.push(step("wrong", "These are two different logs", `One is ${older.origin}, the other ${newer.origin}.`));
  }
  if (older.size === 0) {
    steps.push(rootStep(await sha256(), older, "No parts at all"));
  } else {
    try {
      const grown = await grow(older.size, newer.size, older.root, proof.hashes.map(bytesOf));
      parts = grown.parts;
      steps.push(rootStep(grown.older, older, "From the marked parts"));
      steps.push(rootStep(grown.newer, newer, "From all parts"));
    } catch (failure) {
      steps.push(wrongly(failure));
    }
  }
  steps.push(await signatureStep(older, keys, own), await signatureStep(newer, keys, own));
  const good = `The log of ${count(newer.size, "event")} begins with the ${number(older.size)} that were signed before: none of them was altered, removed, inserted or moved.`;
  return { steps, parts, older, newer, ...verdict(steps, good) };
}

function proven(position, checkpoint) {
  return `Event ${number(position)} is, byte for byte, in the log of ${count(checkpoint.size, "event")} that ${checkpoint.origin} has signed.`;
}

function rootStep(root, checkpoint, from) {
  return same(root, checkpoint.root)
    ? step("ok", `The root of the ${count(checkpoint.size, "event")} is the signed one`, `${from} make ${hex(root)}.`)
    : step(
        "wrong",
        `The root of the ${count(checkpoint.size, "event")} is not the signed one`,
        `${from} make ${hex(root)}; signed is ${hex(checkpoint.root)}.`,
      );
}

async function signatureStep(checkpoint, keys, own) {
  const of = `the checkpoint of ${count(checkpoint.size, "event")}`;
  try {
    const { state, key } = await signedBy(checkpoint, keys);
    const said = {
      valid: [
        "ok",
        `The signature of ${of} is good`,
        `Ed25519, by ${key}, ${own ? "the key that you gave" : "which is the key as this server names it"}.`,
      ],
      wrong: ["wrong", `The signature of ${of} is wrong`, "It names the key, but the key has not signed this text."],
      unknown: ["wrong", `No given key has signed ${of}`, "Another key may have signed it before; give that one."],
      unsupported: [
        "unknown",
        `This browser cannot check the signature of ${of}`,
        "It does not know Ed25519. Check it with infra/tools/verify-log; the hashes were checked.",
      ],
    }[state];
    return step(...said);
  } catch (failure) {
    return wrongly(failure);
  }
}

function wrongly(failure) {
  if (failure instanceof Wrong) {
    return step("wrong", "The proof cannot be right", `${failure.message}.`);
  }
  throw failure;
}

function step(state, title, detail) {
  return { state, title, detail };
}

/** Wrong if a step is, not known if one is not; good otherwise. */
function verdict(steps, good) {
  const wrong = steps.find(({ state }) => state === "wrong");
  if (wrong) {
    return { state: "wrong", title: "Wrong", summary: `${wrong.title}.` };
  }
  return steps.some(({ state }) => state === "unknown")
    ? { state: "unknown", title: "Right as far as it goes", summary: `${good} The signature was not checked.` }
    : { state: "ok", title: "Proven", summary: good };
}
