/** How numbers, moments and hashes look. Moments are UTC everywhere, as two people must read the same. */

const NUMBERS = new Intl.NumberFormat("en-US");

/** 12345 is 12,345. */
export function number(value) {
  return NUMBERS.format(value);
}

/** Moment of the log, to the millisecond: 2026-11-23 16:20:11.123. */
export function moment(instant) {
  return `${instant.slice(0, 10)} ${instant
    .slice(11)
    .replace(/Z$/, "")
    .replace(/^(\d\d:\d\d:\d\d)$/, "$1.000")
    .slice(0, 12)}`;
}

/** Milliseconds for people: 250 ms, 3.2 s, 5 min 10 s, 2 h 5 min. */
export function duration(millis) {
  if (millis < 1000) {
    return `${Math.round(millis)} ms`;
  }
  const seconds = millis / 1000;
  if (seconds < 60) {
    return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.floor(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The beginning of a hash, in hexadecimal. */
export function brief(hash) {
  return hex(hash).slice(0, 8);
}

/** Bytes in hexadecimal. */
export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** "1 event", "2 events". */
export function count(value, thing, things = `${thing}s`) {
  return `${number(value)} ${value === 1 ? thing : things}`;
}

/** The last part of an id, which is what differs between ids of one time. */
export function tail(id) {
  return /^[0-9a-f-]{36}$/.test(id) ? `…${id.slice(-12)}` : id;
}
