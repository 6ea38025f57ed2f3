/** Asks the server. Every answer that is an error becomes a Problem, whatever it looks like. */

import { session } from "./session.js";

const BASE = "../api/v1/";

/** What the server, or the way to it, has against a request (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.title ?? `The server answered ${status}`);
    this.status = status;
    this.detail = body.detail ?? "";
    this.errors = Array.isArray(body.errors) ? body.errors : [];
    this.kind = String(body.type ?? "")
      .split("/")
      .pop();
  }
}

/** JSON of a path below the base; parameters without a value are left out. */
export async function get(path, parameters = {}, signal = undefined) {
  return (await send("GET", path, parameters, { signal })).json();
}

/** The same for an answer that is text. */
export async function text(path, parameters = {}) {
  return (await send("GET", path, parameters, { headers: { Accept: "text/plain" } })).text();
}

/** Orders something, once: repeating the request would give the first answer again. */
export async function post(path) {
  const headers = { "Idempotency-Key": key(), "Content-Type": "application/json" };
  return (await send("POST", path, {}, { headers, body: "{}" })).json();
}

/** The first line of an export that is wanted; the rest is not read. Null if there is none. */
export async function firstLine(path, parameters, wanted) {
  const stop = new AbortController();
  const headers = { Accept: "application/x-ndjson" };
  const response = await send("GET", path, parameters, { headers, signal: stop.signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop();
    const found = lines
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .find(wanted);
    if (found || done) {
      if (!done) {
        await reader.cancel();
        stop.abort();
      }
      return found ?? null;
    }
  }
}

/** A token of the issuer that only the embedded mode has. */
export async function localToken(userId, roles) {
  const body = JSON.stringify({ userId, roles });
  const headers = { "Content-Type": "application/json" };
  return (await (await checked(fetch("../dev/tokens", { method: "POST", headers, body }))).json()).token;
}

/** Whether there is that issuer. */
export async function hasLocalIssuer() {
  try {
    const answer = await fetch("../dev/tokens", { method: "OPTIONS" });
    return answer.ok && (answer.headers.get("Allow") ?? "").includes("POST");
  } catch {
    return false;
  }
}

function send(method, path, parameters, { headers = {}, ...rest }) {
  const { token, purpose } = session();
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(path.startsWith("audit/") ? { ...parameters, purpose } : parameters)) {
    if (value !== undefined && value !== null && value !== "") {
      query.set(name, value);
    }
  }
  const address = `${BASE}${path}${query.size ? `?${query}` : ""}`;
  return checked(fetch(address, { method, headers: { Authorization: `Bearer ${token}`, ...headers }, ...rest }));
}

async function checked(request) {
  let response;
  try {
    response = await request;
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    throw new Problem(0, { title: "The server cannot be reached", detail: "Look at the network and try again." });
  }
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

/** A key that nobody else has; browsers offer randomUUID on secure pages only. */
function key() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
