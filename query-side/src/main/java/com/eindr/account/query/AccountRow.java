package com.eindr.account.query;

import static java.util.Objects.requireNonNull;

import com.eindr.account.AccountView;
import com.eindr.account.Plan;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.QuietHours;
import com.eindr.account.Subscription;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code account}.
 *
 * @param changedAt the position of the event that last changed it
 */
record AccountRow(
        UserId userId,
        Profile profile,
        Preferences preferences,
        Subscription subscription,
        Instant registeredAt,
        @Nullable Instant leavesAt,
        long version,
        long changedAt) {

    static final Table<AccountRow> TABLE = Table.<AccountRow>named("account")
            .key("user_id", "text", AccountRow::userId)
            .column("display_name", "text", row -> row.profile().displayName())
            .column("language", "text", row -> row.profile().language())
            .column("time_zone", "text", row -> row.profile().timeZone())
            .column(
                    "quiet_from",
                    "time",
                    row -> row.quiet() == null ? null : row.quiet().from())
            .column(
                    "quiet_to",
                    "time",
                    row -> row.quiet() == null ? null : row.quiet().to())
            .column("notification_sound", "text", row -> row.preferences().notificationSound())
            .column("tts_language", "text", row -> row.preferences().ttsLanguage())
            .column("chat_history_enabled", "boolean", row -> row.preferences().chatHistoryEnabled())
            .column(
                    "habit_suggestions_enabled",
                    "boolean",
                    row -> row.preferences().habitSuggestionsEnabled())
            .column("discoverable", "boolean", row -> row.preferences().discoverable())
            .column("allow_friend_requests", "boolean", row -> row.preferences().allowFriendRequests())
            .column("push_shows_title", "boolean", row -> row.preferences().pushShowsTitle())
            .column("plan", "text", row -> row.subscription().plan())
            .column("trial_ends_at", "timestamptz", row -> row.subscription().trialEndsAt())
            .column("registered_at", "timestamptz", AccountRow::registeredAt)
            .column("leaves_at", "timestamptz", AccountRow::leavesAt)
            .column("version", "bigint", AccountRow::version)
            .column("changed_at", "bigint", AccountRow::changedAt)
            .ordered();

    static AccountRow read(ResultSet row, int index) throws SQLException {
        LocalTime quietFrom = row.getObject("quiet_from", LocalTime.class);
        return new AccountRow(
                new UserId(row.getString("user_id")),
                new Profile(
                        row.getString("display_name"),
                        row.getString("language"),
                        ZoneId.of(row.getString("time_zone"))),
                new Preferences(
                        quietFrom == null
                                ? null
                                : new QuietHours(quietFrom, row.getObject("quiet_to", LocalTime.class)),
                        row.getString("notification_sound"),
                        row.getString("tts_language"),
                        row.getBoolean("chat_history_enabled"),
                        row.getBoolean("habit_suggestions_enabled"),
                        row.getBoolean("discoverable"),
                        row.getBoolean("allow_friend_requests"),
                        row.getBoolean("push_shows_title")),
                new Subscription(Plan.valueOf(row.getString("plan")), Timestamps.read(row, "trial_ends_at")),
                requireNonNull(Timestamps.read(row, "registered_at")),
                Timestamps.read(row, "leaves_at"),
                row.getLong("version"),
                row.getLong("changed_at"));
    }

    AccountView view() {
        return new AccountView(userId, profile, preferences, subscription, registeredAt, leavesAt, version);
    }

    AccountRow leaving(@Nullable Instant at) {
        return new AccountRow(userId, profile, preferences, subscription, registeredAt, at, version, changedAt);
    }

    AccountRow with(Profile newProfile) {
        return new AccountRow(
                userId, newProfile, preferences, subscription, registeredAt, leavesAt, version, changedAt);
    }

    AccountRow with(Preferences newPreferences) {
        return new AccountRow(
                userId, profile, newPreferences, subscription, registeredAt, leavesAt, version, changedAt);
    }

    AccountRow with(Subscription newSubscription) {
        return new AccountRow(
                userId, profile, preferences, newSubscription, registeredAt, leavesAt, version, changedAt);
    }

    AccountRow changed(long newVersion, long position) {
        return new AccountRow(userId, profile, preferences, subscription, registeredAt, leavesAt, newVersion, position);
    }

    private @Nullable QuietHours quiet() {
        return preferences.quietHours();
    }
}
