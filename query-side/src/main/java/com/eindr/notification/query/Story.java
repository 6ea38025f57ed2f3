package com.eindr.notification.query;

import com.eindr.notification.HistoryEntry;
import com.eindr.reminder.Adjustment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the facts of one reminder as sentences, one after the other: later sentences speak in the time zone that earlier
 * facts have set.
 */
final class Story {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT_WITH_SECONDS =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private ZoneId zone = ZoneOffset.UTC;

    HistoryEntry tell(long position, Instant at, String type, Map<String, String> facts) {
        String zoneName = facts.get("timeZone");
        if (zoneName != null) {
            zone = ZoneId.of(zoneName);
        }
        Line line = new Line(facts);
        return new HistoryEntry(position, at, type, line.sentence(type) + line.armed(), facts);
    }

    private final class Line {
        private final Map<String, String> facts;

        Line(Map<String, String> facts) {
            this.facts = facts;
        }

        String sentence(String type) {
            return switch (type) {
                case "ReminderCreated" -> "Set by " + fact("by") + " for " + schedule() + ".";
                case "ReminderReworded" -> "Reworded by " + fact("by") + "; the time stayed as it was.";
                case "ReminderRescheduled" -> "Rescheduled by " + fact("by") + " to " + schedule() + ".";
                case "OwnerZoneFollowed" -> "Its owner's time zone is now " + fact("timeZone") + ", and it followed.";
                case "OccurrenceRang" -> rang();
                case "OccurrenceMissed" ->
                    "Did not ring: its time, " + moment("dueAt")
                            + ", passed while nothing could ring, and it was not to ring late.";
                case "OccurrenceCompleted" -> "Done (" + fact("occurrence") + "), said " + fact("by") + ".";
                case "OccurrenceSkipped" -> "Skipped (" + fact("occurrence") + ") by " + fact("by") + ".";
                case "OccurrenceSnoozed" -> "Snoozed by " + fact("by") + " until " + moment("until") + ".";
                case "OccurrenceMoved" ->
                    "The occurrence of " + fact("occurrence") + " was moved by " + fact("by") + " to " + local("start")
                            + ".";
                case "ReminderCompleted" -> "Completed: nothing is left to be done.";
                case "ReminderCancelled" -> "Cancelled by " + fact("by") + "; it will not ring.";
                case "ReminderReinstated" -> "Reinstated by " + fact("by") + ", as if it had not been cancelled.";
                case "OccurrenceReopened" ->
                    "Open again (" + fact("occurrence") + "), said " + fact("by") + ": neither done nor skipped.";
                case "PutOffWithdrawn" ->
                    "Not put off after all (" + fact("occurrence") + "), said " + fact("by") + ".";
                case "NotificationRaised" -> raised();
                case "NotificationRead" -> "The notification was read.";
                case "PushDelivered" -> "The push service took the push for " + devices() + ".";
                case "PushNotDelivered" -> "No push was delivered: " + cause() + ".";
                default -> type + ".";
            };
        }

        /** What the fact made the reminder wait for. */
        String armed() {
            if (!facts.containsKey("nextDueAt")) {
                return "";
            }
            String what =
                    "NAG".equals(facts.get("nextKind")) ? " Unless answered, it rings again on " : " It rings next on ";
            return what + moment("nextDueAt") + " (" + zone + ")." + adjustment();
        }

        private String adjustment() {
            return switch (Adjustment.valueOf(facts.getOrDefault("nextAdjustment", "NONE"))) {
                case NONE -> "";
                case GAP -> " The clocks skip the time it was set for, so it rings later by as much as they skip.";
                case OVERLAP -> " The clocks show the time it was set for twice; it rings the first time.";
            };
        }

        private String schedule() {
            String when = switch (fact("timing")) {
                case "ALL_DAY" -> fact("start").substring(0, 10) + " (all day, wherever its owner is)";
                case "FLOATING" -> local("start") + " (wherever its owner is, now " + zone + ")";
                default -> local("start") + " (" + zone + ")";
            };
            return facts.containsKey("rule") ? when + ", repeating by " + fact("rule") : when;
        }

        private String rang() {
            String nag = fact("nag");
            String what =
                    "0".equals(nag) ? "Rang" : "Rang again (" + nag + " of at most 10) because nobody had answered,";
            String late = isTrue("late") ? ", late by " + lateness() + ": nothing could ring at its time" : "";
            return what + " on " + moment("rangAt") + late + ".";
        }

        private String lateness() {
            Duration late = Duration.between(Instant.parse(fact("dueAt")), Instant.parse(fact("rangAt")));
            return late.toHours() > 0
                    ? late.toHours() + " h " + late.toMinutesPart() + " min"
                    : late.toMinutes() > 0 ? late.toMinutes() + " min" : late.toSeconds() + " s";
        }

        private String raised() {
            return facts.containsKey("quietHoursUntil")
                    ? "Put into the inbox at once; quiet hours postponed the push until " + moment("quietHoursUntil")
                            + "."
                    : "Put into the inbox, and the push was handed on at once.";
        }

        private String devices() {
            return "1".equals(fact("devices")) ? "1 device" : fact("devices") + " devices";
        }

        private String cause() {
            return switch (fact("cause")) {
                case "NO_DEVICE" -> "no device is registered";
                case "DEAD_TOKENS" -> "no registered device takes pushes any more";
                case "GIVEN_UP" -> "the push service did not take it for as long as it was worth trying";
                case "NOT_CONFIGURED" -> "nobody is configured to send pushes";
                default -> fact("cause");
            };
        }

        private String fact(String name) {
            return facts.getOrDefault(name, "");
        }

        private boolean isTrue(String name) {
            return Boolean.parseBoolean(fact(name));
        }

        private String local(String name) {
            return LocalDateTime.parse(fact(name)).format(MOMENT);
        }

        private String moment(String name) {
            Instant moment = Instant.parse(fact(name));
            boolean isWhole = moment.getEpochSecond() % 60 == 0;
            return (isWhole ? MOMENT : MOMENT_WITH_SECONDS).format(moment.atZone(zone));
        }
    }
}
