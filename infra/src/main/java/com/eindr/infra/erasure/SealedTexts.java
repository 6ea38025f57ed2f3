package com.eindr.infra.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Personal texts under the keys of their people, each bound to its person and its place. */
final class SealedTexts implements PersonalTexts {
    private final PersonKeys keys;

    SealedTexts(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public String seal(String person, String place, String words) {
        byte[] sealed = AesGcm.seal(keys.forSealing(person), words.getBytes(UTF_8), about(person, place));
        return Base64.getEncoder().withoutPadding().encodeToString(sealed);
    }

    @Override
    public @Nullable String open(String person, String place, String sealed) {
        SecretKey key = keys.forOpening(person);
        return key == null
                ? null
                : new String(AesGcm.open(key, Base64.getDecoder().decode(sealed), about(person, place)), UTF_8);
    }

    private static byte[] about(String person, String place) {
        return (place + "\n" + person).getBytes(UTF_8);
    }
}
