package com.eindr.infra.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** Everything that somebody without our issuer's good will could send, and tokens that were good at another time or place. */
final class ForgedTokens {
    private final LocalKey key;

    ForgedTokens(LocalKey key) {
        this.key = key;
    }

    String good() {
        return with(claims -> claims);
    }

    /** Signed by the right key; only the claims differ. */
    String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.id()), change, new RSASSASigner(key.key()));
    }

    String unsigned() {
        return new PlainJWT(claims().build()).serialize();
    }

    /** RFC 8725 §2.1: the verifier is made to take its own public key for a shared secret. */
    String signedWithThePublicKeyAsSecret() {
        try {
            return signed(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()),
                    claims -> claims,
                    new MACSigner(key.certificate().getBytes(StandardCharsets.US_ASCII)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String signedByAStranger(String keyId) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId),
                claims -> claims,
                new RSASSASigner(strangersKey()));
    }

    /** The signature is good; whoever looks the key up by its id finds none. */
    String signedByUsUnder(String keyId) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId), claims -> claims, new RSASSASigner(key.key()));
    }

    String withoutKeyId() {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256), claims -> claims, new RSASSASigner(key.key()));
    }

    /** The middle part is another's, the signature is not. */
    String withClaimsOfAnother() {
        String[] good = good().split("\\.", -1);
        String[] other = with(claims -> claims.subject("somebody-else")).split("\\.", -1);
        return good[0] + "." + other[1] + "." + good[2];
    }

    private static PrivateKey strangersKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(
            JWSHeader.Builder header, UnaryOperator<JWTClaimsSet.Builder> change, JWSSigner signer) {
        try {
            SignedJWT token =
                    new SignedJWT(header.build(), change.apply(claims()).build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        String project = FirebaseConfiguration.Embedded.LOCAL_PROJECT;
        return new JWTClaimsSet.Builder()
                .issuer("https://securetoken.google.com/" + project)
                .audience(project)
                .subject("mallory")
                .claim("auth_time", now.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))));
    }
}
