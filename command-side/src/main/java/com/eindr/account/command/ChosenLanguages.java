package com.eindr.account.command;

import com.eindr.account.Entitlements;
import com.eindr.account.Feature;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counts the languages that a person chooses to be understood and answered in. A language counts once a month, whatever
 * its region or script; and so does the one that is left, or whoever is entitled to two could have three.
 */
final class ChosenLanguages {
    private ChosenLanguages() {}

    /**
     * @param before BCP 47 tag
     * @param after null where no other is chosen
     * @throws com.eindr.shared.Refusal if it is another language, and the person's plan includes no more
     */
    static void change(Entitlements entitlements, UserId user, String before, @Nullable String after, Instant now) {
        if (after != null && !language(after).equals(language(before))) {
            entitlements.takeWith(user, Feature.LANGUAGES, language(before), now);
            entitlements.takeWith(user, Feature.LANGUAGES, language(after), now);
        }
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
