package com.eindr.infra.security;

import com.eindr.shared.web.Caller;
import com.eindr.shared.web.security.TokenVerifier;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.Header;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;

/**
 * Embedded mode with a Firebase Auth emulator: what the emulator mints is not signed and goes to the Admin SDK, which asks
 * the emulator about the person; everything that is signed has to be of the local issuer.
 */
final class EmulatorTokens implements TokenVerifier {
    private final TokenVerifier emulator;
    private final TokenVerifier local;

    EmulatorTokens(TokenVerifier emulator, TokenVerifier local) {
        this.emulator = emulator;
        this.local = local;
    }

    @Override
    public Caller verify(String token) {
        return isSigned(token) ? local.verify(token) : emulator.verify(token);
    }

    private static boolean isSigned(String token) {
        try {
            String header = token.substring(0, Math.max(0, token.indexOf('.')));
            return !Header.parse(new Base64URL(header)).getAlgorithm().equals(Algorithm.NONE);
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidToken("not a token", e);
        }
    }
}
