package com.eindr.account.web;

import com.eindr.account.Preferences;
import com.eindr.account.QuietHours;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a person wants Eindr to behave, in JSON. */
@Schema(name = "Preferences")
record PreferencesBody(
        @Nullable Hours quietHours,
        String notificationSound,
        @Nullable String ttsLanguage,
        boolean chatHistoryEnabled,
        boolean habitSuggestionsEnabled,
        boolean discoverable,
        boolean allowFriendRequests,
        boolean pushShowsTitle) {

    /** Times of day in the person's own zone. */
    @Schema(name = "QuietHours")
    record Hours(
            @Schema(example = "22:30") String from,
            @Schema(example = "07:00") String to) {
        static @Nullable Hours of(@Nullable QuietHours hours) {
            return hours == null
                    ? null
                    : new Hours(hours.from().toString(), hours.to().toString());
        }
    }

    static PreferencesBody of(Preferences preferences) {
        return new PreferencesBody(
                Hours.of(preferences.quietHours()),
                preferences.notificationSound(),
                preferences.ttsLanguage(),
                preferences.chatHistoryEnabled(),
                preferences.habitSuggestionsEnabled(),
                preferences.discoverable(),
                preferences.allowFriendRequests(),
                preferences.pushShowsTitle());
    }
}
