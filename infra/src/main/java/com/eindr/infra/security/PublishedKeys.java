package com.eindr.infra.security;

import com.eindr.shared.web.security.TokenVerifier.KeysUnavailable;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Under which ids Google publishes the keys that sign ID tokens. The Admin SDK keeps the keys without their ids, so the
 * ids are fetched beside it, from the same address, and kept for as long as the answer may be.
 *
 * @see <a href="https://firebase.google.com/docs/auth/admin/verify-id-tokens">Firebase: Verify ID Tokens</a>
 */
final class PublishedKeys {
    private static final GenericUrl ADDRESS =
            new GenericUrl("https://www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com");
    private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*([0-9]{1,9})");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int TIMEOUT_MILLIS = 5_000;

    private final HttpRequestFactory requests;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private @Nullable Known known;

    PublishedKeys(HttpTransport transport) {
        this(transport, InstantSource.system());
    }

    /** @param clock by which answers grow old */
    PublishedKeys(HttpTransport transport, InstantSource clock) {
        this.requests = transport.createRequestFactory();
        this.clock = clock;
    }

    private record Known(Set<String> ids, Instant fetchedAt, Instant until) {}

    /**
     * Whether a key is published under this id. Asked only about tokens whose signature is good, so that nobody can make
     * us ask Google over and over.
     *
     * @throws KeysUnavailable if Google does not answer
     */
    synchronized boolean has(@Nullable String keyId) {
        if (keyId == null) {
            return false;
        }
        Instant now = clock.instant();
        Known kept = known;
        // The SDK may have seen a new key before us.
        boolean mayBeNew = kept != null
                && !kept.ids().contains(keyId)
                && kept.fetchedAt().plus(SHORTEST).isBefore(now);
        if (kept == null || kept.until().isBefore(now) || mayBeNew) {
            kept = fetch(now);
            known = kept;
        }
        return kept.ids().contains(keyId);
    }

    private Known fetch(Instant now) {
        try {
            HttpResponse answer = requests.buildGetRequest(ADDRESS)
                    .setConnectTimeout(TIMEOUT_MILLIS)
                    .setReadTimeout(TIMEOUT_MILLIS)
                    .execute();
            try (InputStream body = answer.getContent()) {
                Map<String, String> certificates = json.readValue(body, new TypeReference<>() {});
                Duration kept = lifetime(answer.getHeaders().getCacheControl());
                return new Known(Set.copyOf(certificates.keySet()), now, now.plus(kept));
            } finally {
                answer.disconnect();
            }
        } catch (IOException | RuntimeException e) {
            throw new KeysUnavailable("the ids of the issuer's keys cannot be fetched", e);
        }
    }

    private static Duration lifetime(@Nullable String cacheControl) {
        Matcher age = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl);
        Duration said = age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : SHORTEST;
        return said.compareTo(SHORTEST) < 0 ? SHORTEST : said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }
}
