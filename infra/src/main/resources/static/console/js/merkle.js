/**
 * The tree over the log, calculated here and not believed: RFC 6962, 2.1 to 2.1.2. What the leaf of an event is made of says
 * docs/audit.md. Leaves are counted from 0, hashes are 32 bytes. Shares nothing with the server but what is written down.
 */

const UTF8 = new TextEncoder();

/** A proof that proves something else, and in which place. */
export class Wrong extends Error {
  constructor(place, message) {
    super(message);
    this.place = place;
  }
}

/** Whether the browser can calculate at all: it does on https and on localhost only. */
export function canHash() {
  return globalThis.crypto?.subtle !== undefined;
}

export async function sha256(...parts) {
  const all = joined(parts);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
}

export function leafHash(entry) {
  return sha256(Uint8Array.of(0), entry);
}

export function nodeHash(left, right) {
  return sha256(Uint8Array.of(1), left, right);
}

/** The bytes of an event's leaf, from a line of the export. */
export function leafOf(line) {
  return joined([
    text("eindr-event/1"),
    text(String(line.position)),
    text(line.eventId),
    text(line.aggregateId),
    text(String(line.sequenceNumber)),
    text(line.aggregateType),
    text(line.payloadType),
    text(line.payloadRevision),
    text(String(micros(line.timestamp))),
    line.payloadBase64 === undefined ? text(line.payload) : bytes(bytesOf(line.payloadBase64)),
    line.metaDataBase64 === undefined ? text(line.metaData) : bytes(bytesOf(line.metaDataBase64)),
  ]);
}

/**
 * Climbs from a leaf to the root.
 *
 * @returns the root, and each step: on which side the other hash stands, which leaves it is of, and what both make
 * @throws {Wrong} if there are more or fewer hashes than the way has steps
 */
export async function climb(index, size, leaf, hashes) {
  const beside = [];
  for (let from = 0, to = size; to - from > 1;) {
    const middle = split(from, to);
    beside.push(index < middle ? { side: "right", from: middle, to } : { side: "left", from, to: middle });
    [from, to] = index < middle ? [from, middle] : [middle, to];
  }
  expectHashes(beside.length, hashes.length);
  const steps = [];
  let reached = { hash: leaf, from: index, to: index + 1 };
  for (const [level, sibling] of beside.reverse().entries()) {
    const other = { ...sibling, hash: hashes[level] };
    const hash = await (sibling.side === "left"
      ? nodeHash(other.hash, reached.hash)
      : nodeHash(reached.hash, other.hash));
    reached = { hash, from: Math.min(reached.from, other.from), to: Math.max(reached.to, other.to) };
    steps.push({ other, reached });
  }
  return { root: reached.hash, steps };
}

/**
 * Builds two roots from the same hashes: that of the first leaves, and that of all.
 *
 * @param known the root of the first ones, which is a part itself where they make a complete subtree
 * @returns both roots, and the parts they were made of, in the order of their leaves
 * @throws {Wrong} if there are more or fewer hashes than that takes
 */
export async function grow(first, size, known, hashes) {
  const parts = [];
  let taken = 0;
  const take = (from, to, shared, given) => {
    const hash = given ?? hashes[taken++];
    parts.push({ from, to, shared, hash });
    return hash ?? new Uint8Array(32);
  };
  const both = async (from, to, whole) => {
    if (first === to) {
      const hash = take(from, to, true, whole ? known : undefined);
      return { older: hash, newer: hash };
    }
    const middle = split(from, to);
    if (first <= middle) {
      const left = await both(from, middle, whole);
      return { older: left.older, newer: await nodeHash(left.newer, take(middle, to, false)) };
    }
    const right = await both(middle, to, false);
    const left = take(from, middle, true);
    return { older: await nodeHash(left, right.older), newer: await nodeHash(left, right.newer) };
  };
  const roots = await both(0, size, true);
  expectHashes(taken, hashes.length);
  return { ...roots, parts: parts.sort((one, other) => one.from - other.from) };
}

export function same(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Bytes of base 64. */
export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

export function joined(parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

/** Where the left part ends: it has the largest power of two of leaves that is smaller than the whole. */
function split(from, to) {
  let left = 1;
  while (left * 2 < to - from) {
    left *= 2;
  }
  return from + left;
}

function expectHashes(needed, given) {
  if (needed !== given) {
    throw new Wrong("hashes", `the proof has ${given} hashes where ${needed} are needed`);
  }
}

function text(value) {
  return value === null || value === undefined ? Uint8Array.of(255, 255, 255, 255) : bytes(UTF8.encode(value));
}

function bytes(field) {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, field.length);
  return joined([length, field]);
}

/** Microseconds since 1970: more than a double can hold together with milliseconds, so in two parts. */
function micros(timestamp) {
  const [, seconds, fraction] = /^(.*?\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/.exec(timestamp);
  return BigInt(Date.parse(`${seconds}Z`)) * 1000n + BigInt((fraction ?? "").padEnd(6, "0").slice(0, 6));
}
