package com.eindr.voice.web.reply;

import com.ibm.icu.text.TimeZoneFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** What people call a zone: the time of its city. */
final class ZoneNames {
    private static final Set<String> UNIVERSAL = Set.of("UTC", "Etc/UTC", "Z", "GMT", "Etc/GMT", "Etc/UCT", "UCT");

    private ZoneNames() {}

    static String of(ZoneId zone, Instant at, ULocale locale, Tongue tongue) {
        if (UNIVERSAL.contains(zone.getId())) {
            return said("offset", "UTC", tongue);
        }
        String city = TimeZoneNames.getInstance(locale).getExemplarLocationName(zone.getId());
        if (city != null) {
            return said("city", city, tongue);
        }
        int seconds = zone.getRules().getOffset(at).getTotalSeconds();
        String text = TimeZoneFormat.getInstance(locale).formatOffsetLocalizedGMT(seconds * 1000);
        return said("offset", text, tongue);
    }

    private static String said(String kind, String zone, Tongue tongue) {
        return tongue.say("zone", Map.of("kind", kind, "zone", zone));
    }
}
