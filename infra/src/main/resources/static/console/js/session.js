/**
 * Who looks, and why. Both are kept in memory only: whoever closes or reloads the page signs in again, and nothing is left
 * in a browser that others use.
 */

let current = null;

/** @returns {{token: string, purpose: string, who: string, roles: string[], until: Date|null}|null} */
export function session() {
  return current;
}

/**
 * Begins to look into the log. What a token claims is read here to say what may be seen; whether it is true the server says.
 *
 * @throws {Error} if it is no token
 */
export function signIn(token, purpose) {
  const claims = claimsOf(token);
  current = {
    token,
    purpose,
    who: String(claims.sub ?? "somebody"),
    roles: Array.isArray(claims.roles) ? claims.roles.map(String) : [],
    until: typeof claims.exp === "number" ? new Date(claims.exp * 1000) : null,
  };
}

export function signOut() {
  current = null;
}

export function may(role) {
  return current !== null && current.roles.includes(role);
}

function claimsOf(token) {
  try {
    const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (char) => char.charCodeAt(0))));
  } catch {
    throw new Error("This is no token: three parts with dots between them are expected.");
  }
}
