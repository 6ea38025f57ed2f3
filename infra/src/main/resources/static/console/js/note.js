/** Checkpoints: C2SP tlog-checkpoint in a C2SP signed note, signed with Ed25519. */

import { bytesOf, same, sha256, Wrong } from "./merkle.js";

const UTF8 = new TextEncoder();
const ED25519 = 1;

/**
 * Reads a signed checkpoint.
 *
 * @throws {Wrong} if it is none
 */
export function readNote(note) {
  const end = note.indexOf("\n\n");
  const [origin, size, root] = note.split("\n");
  if (end < 0 || !origin || !/^(0|[1-9][0-9]{0,15})$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root)) {
    throw new Wrong("checkpoint", "this is no signed checkpoint: origin, size, root, an empty line, a signature");
  }
  const signatures = [...note.slice(end + 2).matchAll(/^\u2014 (\S+) ([A-Za-z0-9+/]+=*)$/gm)].map(
    ([, name, encoded]) => {
      const bytes = bytesOf(encoded);
      return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
    },
  );
  return { note, text: note.slice(0, end + 1), origin, size: Number(size), root: bytesOf(root), signatures };
}

/**
 * Whether one of the keys has signed a checkpoint.
 *
 * @param keys verifier keys of signed notes: name+id+key
 * @returns {Promise<{state: "valid"|"wrong"|"unknown"|"unsupported", key?: string}>} wrong if the signature of a key does
 *     not fit, unknown if none of the keys is named, unsupported if this browser cannot verify Ed25519
 */
export async function signedBy(checkpoint, keys) {
  let state = "unknown";
  for (const key of keys) {
    const { name, typed } = readKey(key);
    const id = (await sha256(UTF8.encode(`${name}\n`), typed)).slice(0, 4);
    for (const signature of checkpoint.signatures.filter((each) => each.name === name && same(each.id, id))) {
      const imported = await ed25519(typed.slice(1));
      if (!imported) {
        return { state: "unsupported", key };
      }
      const message = UTF8.encode(checkpoint.text);
      if (await crypto.subtle.verify({ name: "Ed25519" }, imported, signature.signature, message)) {
        return { state: "valid", key };
      }
      state = "wrong";
    }
  }
  return { state };
}

function readKey(key) {
  const [, name, encoded] = /^([^+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]+=*)$/.exec(key.trim()) ?? [];
  const typed = encoded && encoded.length % 4 === 0 ? bytesOf(encoded) : new Uint8Array(0);
  if (typed.length !== 33 || typed[0] !== ED25519) {
    throw new Wrong("key", "this is no verifier key: name+id+key are expected, as /audit/keys gives them");
  }
  return { name, typed };
}

/** Null where the browser does not know this kind of signature. */
async function ed25519(key) {
  try {
    return await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    return null;
  }
}
