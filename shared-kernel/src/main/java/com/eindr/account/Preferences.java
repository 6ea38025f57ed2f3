package com.eindr.account;

import org.jspecify.annotations.Nullable;

/**
 * How a person wants Eindr to behave.
 *
 * @param quietHours null for none
 * @param notificationSound the name of a sound the app knows
 * @param ttsLanguage BCP 47 tag of the spoken answer; null for the profile's language
 * @param discoverable whether whoever knows an address of theirs finds them by it, and whether they are suggested to others;
 *     where it is off, a request to an address does not reach them
 * @param allowFriendRequests whether requests of others reach them at all, however these knew them; whoever asks cannot tell
 * @param pushShowsTitle whether a push may show a reminder's title on the lock screen; off means a generic text
 */
public record Preferences(
        @Nullable QuietHours quietHours,
        String notificationSound,
        @Nullable String ttsLanguage,
        boolean chatHistoryEnabled,
        boolean habitSuggestionsEnabled,
        boolean discoverable,
        boolean allowFriendRequests,
        boolean pushShowsTitle) {

    /** What a person starts with: nothing is shown to anybody unasked. */
    public static final Preferences INITIAL = new Preferences(null, "default", null, false, false, false, true, false);
}
