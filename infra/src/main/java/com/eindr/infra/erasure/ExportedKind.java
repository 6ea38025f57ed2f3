package com.eindr.infra.erasure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of things that are kept about a person, as the read models have them, and as the person may see them.
 *
 * @param name what the lines of an export call it
 * @param isStream whether the key is the id of an aggregate that is the person's alone
 * @param place of the words in the column {@code sealed}, which are shown in its place; null where nothing is sealed
 * @param sql with the person as {@code :person}; its column {@code key} tells the things apart and is not shown
 */
record ExportedKind(String name, boolean isStream, @Nullable String place, String sql) {

    /** {@code EveryTableTest} says of each table which of these has it, or why none has. */
    static final List<ExportedKind> ALL = List.of(
            stream("account", """
                SELECT user_id AS key, user_id AS "userId", display_name AS "displayName", language, time_zone AS "timeZone",
                       quiet_from AS "quietFrom", quiet_to AS "quietTo", notification_sound AS "notificationSound",
                       tts_language AS "ttsLanguage", chat_history_enabled AS "chatHistoryEnabled",
                       habit_suggestions_enabled AS "habitSuggestionsEnabled", discoverable,
                       allow_friend_requests AS "allowFriendRequests", push_shows_title AS "pushShowsTitle", plan,
                       trial_ends_at AS "trialEndsAt", registered_at AS "registeredAt",
                       leaves_at AS "leavesAt"
                FROM account WHERE user_id = :person\
                """),
            plain("device", """
                SELECT device_id::text AS key, device_id AS id, platform FROM account_device WHERE user_id = :person\
                """),
            plain("allowance", """
                SELECT id::text AS key, feature, month, used FROM allowance WHERE user_id = :person\
                """),
            stream("reminder", """
                SELECT id::text AS key,
                       id, created_by AS "createdBy", title, notes, start, time_zone AS "timeZone", timing, recurrence,
                       repeat_from AS "repeatFrom", on_missed AS "onMissed", nag_every AS "nagEvery", status,
                       next_due_at AS "nextDueAt", version
                FROM reminder WHERE owner_id = :person\
                """),
            plain("occurrence", """
                SELECT concat_ws(' ', reminder_id, occurrence_id) AS key,
                       reminder_id AS "reminderId", occurrence_id AS id, state, due_at AS "dueAt", snoozed,
                       moved_to AS "movedTo", rang_at AS "rangAt"
                FROM reminder_occurrence WHERE owner_id = :person\
                """),
            plain("history", """
                SELECT concat_ws(' ', reminder_id, lpad(position::text, 20, '0')) AS key,
                       reminder_id AS "reminderId", position, at, type, facts::jsonb AS facts
                FROM reminder_history WHERE owner_id = :person\
                """),
            stream("note", """
                SELECT id::text AS key,
                       id, created_by AS "createdBy", source, content, deleted, language, written_at AS "writtenAt",
                       edited_at AS "editedAt", version
                FROM note WHERE owner_id = :person\
                """),
            stream("notification", """
                SELECT id::text AS key,
                       id, kind AS "notificationKind", reminder_id AS "reminderId", occurrence_id AS "occurrenceId", subject,
                       title, due_at AS "dueAt", fired_at AS "firedAt", late, is_read AS read
                FROM notification WHERE recipient = :person\
                """),
            plain("relation", """
                SELECT other_id AS key, other_id AS "userId", friends_since AS "friendsSince", asked_since AS "askedSince",
                       asked_by_other_since AS "askedByOtherSince", blocked_since AS "blockedSince", reminders, notes, debts
                FROM relation WHERE user_id = :person\
                """),
            plain("invitation", """
                SELECT id::text AS key,
                       id, requested_at AS "requestedAt", is_open AS open FROM invitation WHERE user_id = :person\
                """),
            plain("consent", """
                SELECT concat_ws(' ', friend_id, kind) AS key,
                       friend_id AS "userId", kind AS "what", permission, since, used, last_used_at AS "lastUsedAt"
                FROM consent WHERE user_id = :person\
                """),
            plain("proposal", """
                SELECT id::text AS key,
                       id, sender AS "from", recipient AS "to", kind AS "what", status, offer, proposed_at AS "proposedAt",
                       expires_at AS "expiresAt", settled_at AS "settledAt", made_id AS "madeId"
                FROM proposal WHERE sender = :person OR (recipient = :person AND delivered)\
                """),
            plain("debt", """
                SELECT id::text AS key,
                       id, recorded_by AS "recordedBy", other_id AS "otherId", nullif(other_contact, '') AS "contactName",
                       direction, currency, amount AS "minorUnits", note, occurred_on AS "occurredOn",
                       recorded_at AS "recordedAt", status, reason, settled_at AS "settledAt"
                FROM debt WHERE recorded_by = :person OR (other_id = :person AND delivered AND other_contact = '')\
                """),
            plain("settlement", """
                SELECT id::text AS key,
                       id, proposed_by AS "proposedBy", other_id AS "otherId", nullif(other_contact, '') AS "contactName",
                       paid_by_proposer AS "paidByProposer", currency, amount AS "minorUnits",
                       paid_currency AS "paidCurrency", paid_amount AS "paidMinorUnits", status,
                       proposed_at AS "proposedAt", settled_at AS "settledAt"
                FROM settlement WHERE proposed_by = :person OR (other_id = :person AND other_contact = '')\
                """),
            plain("netting", """
                SELECT n.id::text AS key, n.id, n.proposed_by AS "proposedBy", n.currency, n.amount AS "minorUnits", n.status,
                       n.rejected_by AS "rejectedBy", own.approved, n.proposed_at AS "proposedAt", n.expires_at AS "expiresAt",
                       n.settled_at AS "settledAt"
                FROM netting n JOIN netting_party own ON own.netting_id = n.id AND own.user_id = :person
                WHERE n.delivered OR n.proposed_by = :person\
                """),
            plain("debt-move", """
                SELECT id::text AS key,
                       id, proposed_by AS "proposedBy", other_id AS "otherId",
                       CASE WHEN proposed_by = :person THEN contact END AS "contactName", balances AS "owedToProposer", status,
                       reason, proposed_at AS "proposedAt", expires_at AS "expiresAt", settled_at AS "settledAt"
                FROM debt_move WHERE proposed_by = :person OR (other_id = :person AND delivered)\
                """),
            plain("entry", """
                SELECT concat_ws(' ', lpad(position::text, 20, '0'), standing, other_contact) AS key,
                       other_id AS "otherId", nullif(other_contact, '') AS "contactName", currency, standing,
                       amount AS "minorUnits", cause, cause_id AS "causeId", occurred_on AS "occurredOn",
                       recorded_at AS "recordedAt"
                FROM ledger_entry WHERE user_id = :person AND contact = ''\
                """),
            stream("habit", """
                SELECT id::text AS key,
                       id, title, start, time_zone AS "timeZone", recurrence,
                       to_jsonb(string_to_array(evidence, chr(10))) AS evidence, status, reminder_id AS "reminderId",
                       suggested_at AS "suggestedAt", version
                FROM habit WHERE owner_id = :person\
                """),
            plain("match", """
                SELECT other_id AS key, other_id AS "userId", seen_on AS "seenOn" FROM contact_match WHERE user_id = :person\
                """),
            new ExportedKind("turn", false, "voice_turn.words", """
                SELECT id::text AS key, at, words AS sealed FROM voice_turn WHERE user_id = :person\
                """));

    private static ExportedKind stream(String name, String sql) {
        return new ExportedKind(name, true, null, sql);
    }

    private static ExportedKind plain(String name, String sql) {
        return new ExportedKind(name, false, null, sql);
    }

    /** A page of lines of JSON, each behind its key: what comes behind {@code :after}, in the order of the keys. */
    String page(int most) {
        return "SELECT key, (jsonb_build_object('kind', '" + name
                + "') || jsonb_strip_nulls(to_jsonb(thing) - 'key'))::text FROM (" + sql
                + ") thing WHERE key COLLATE \"C\" > :after ORDER BY key COLLATE \"C\" LIMIT " + most;
    }
}
