package com.eindr.habit.query;

import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Plan;
import com.eindr.habit.HabitEvent;
import com.eindr.reminder.ReminderEvent;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code habit_person}: somebody whose habits may be other ones than before.
 *
 * @param wanted whether they want suggestions
 * @param plan that they were put on; null for somebody who is on none but the trial they began with
 * @param saidAt the position of the last event that changed words of a reminder of theirs
 * @param changedAt the position of the last event that says something of their habits
 */
record PersonRow(UserId ownerId, boolean wanted, @Nullable Plan plan, long saidAt, long changedAt) {
    static final Table<PersonRow> TABLE = Table.<PersonRow>named("habit_person")
            .key("owner_id", "text", PersonRow::ownerId)
            .column("wanted", "boolean", PersonRow::wanted)
            .column("plan", "text", PersonRow::plan)
            .column("said_at", "bigint", PersonRow::saidAt)
            .column("changed_at", "bigint", PersonRow::changedAt)
            .ordered();

    static PersonRow read(ResultSet row, int index) throws SQLException {
        String plan = row.getString("plan");
        return new PersonRow(
                new UserId(row.getString("owner_id")),
                row.getBoolean("wanted"),
                plan == null ? null : Plan.valueOf(plan),
                row.getLong("said_at"),
                row.getLong("changed_at"));
    }

    static UserId ownerOf(Object event) {
        return switch (event) {
            case ReminderEvent reminder -> reminder.ownerId();
            case HabitEvent habit -> habit.ownerId();
            case AccountEvent account -> account.userId();
            default -> throw new IllegalArgumentException("nothing about habits: " + event.getClass());
        };
    }

    static PersonRow after(@Nullable PersonRow row, Recorded<Object> recorded) {
        Object event = recorded.event();
        boolean before = row != null && row.wanted;
        boolean wanted = switch (event) {
            case UserRegistered registered -> registered.preferences().habitSuggestionsEnabled();
            case PreferencesChanged changed -> changed.preferences().habitSuggestionsEnabled();
            default -> before;
        };
        Plan planBefore = row == null ? null : row.plan;
        Plan plan = event instanceof PlanChanged changed ? changed.plan() : planBefore;
        boolean says = event instanceof ReminderEvent reminder && EvidenceRow.says(reminder);
        long said = says ? recorded.position() : row == null ? 0 : row.saidAt;
        return new PersonRow(ownerOf(event), wanted, plan, said, recorded.position());
    }
}
