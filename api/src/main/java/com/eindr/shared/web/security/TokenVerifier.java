package com.eindr.shared.web.security;

import com.eindr.shared.web.Caller;

/** Tells whom a bearer token stands for. */
@FunctionalInterface
public interface TokenVerifier {

    /**
     * @param token as it came, unchecked
     * @throws InvalidToken if it is not a valid token of ours
     * @throws KeysUnavailable if that cannot be told now
     */
    Caller verify(String token);

    /** The token is forged, broken, expired, or somebody else's. The message is for our log, never for the caller. */
    final class InvalidToken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public InvalidToken(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The issuer's public keys cannot be had. */
    final class KeysUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public KeysUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
