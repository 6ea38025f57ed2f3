package com.eindr.account;

import com.eindr.shared.Personal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is to Eindr.
 *
 * @param displayName null until they say
 * @param language BCP 47 tag
 * @param timeZone the zone the person is in now
 */
public record Profile(@Personal(of = "userId") @Nullable String displayName, String language, ZoneId timeZone) {
    public static final Profile INITIAL = new Profile(null, "en", ZoneId.of("UTC"));
}
