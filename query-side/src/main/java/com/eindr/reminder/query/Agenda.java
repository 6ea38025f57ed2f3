package com.eindr.reminder.query;

import static java.util.stream.Collectors.groupingBy;

import com.eindr.reminder.AgendaEntry;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceView;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderQuery.AgendaOf;
import com.eindr.reminder.ReminderQuery.OccurrencesOf;
import com.eindr.shared.Slice;
import com.eindr.shared.query.HotView;
import com.eindr.shared.query.HotViews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * What a day holds, and what becomes of the occurrences of one reminder.
 *
 * <p>Reads in one statement, hence one snapshot: an occurrence never falls between the series that has passed it on and the
 * record that says what became of it.
 */
@Component
final class Agenda {
    private static final int MOST_ENTRIES = 1_000;
    private static final Set<Integer> KEPT_DAYS = Set.of(1, 7);

    /** Occurrences due in the window, or named in or near it: those that were put off into it or out of it. */
    private static final String RECORDED = """
        (o.due_at >= ?::timestamptz AND o.due_at < ?::timestamptz
         OR o.occurrence_id >= ? AND o.occurrence_id < ?)\
        """;

    private static final String NO_OCCURRENCE = ", " + ReminderTables.NO_OCCURRENCE_COLUMNS;

    private static final String WITH_OCCURRENCE = ", " + ReminderTables.OCCURRENCE_OF_REMINDER;

    private static final String DAYS = "SELECT " + ReminderTables.REMINDER_COLUMNS + NO_OCCURRENCE
            + " FROM reminder r WHERE r.owner_id = ? AND r.status = 'ACTIVE'"
            + " AND coalesce(r.next_due_at, 'infinity'::timestamptz) < ?::timestamptz"
            + " UNION ALL SELECT " + ReminderTables.REMINDER_COLUMNS + WITH_OCCURRENCE
            + " FROM reminder_occurrence o JOIN reminder r ON r.id = o.reminder_id"
            + " WHERE o.owner_id = ? AND r.status <> 'CANCELLED' AND " + RECORDED;

    private static final String ONE = "SELECT " + ReminderTables.REMINDER_COLUMNS + WITH_OCCURRENCE
            + " FROM reminder r LEFT JOIN reminder_occurrence o ON o.reminder_id = r.id AND " + RECORDED
            + " WHERE r.id = ? AND r.owner_id = ?";

    private final JdbcOperations jdbc;
    private final OccurrenceCalendar calendar;
    private final HotViews hotViews;
    private final Clock clock;
    private final Map<Integer, HotView<Slice<AgendaEntry>>> kept = new LinkedHashMap<>();

    Agenda(JdbcOperations jdbc, OccurrenceCalendar calendar, HotViews hotViews, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.hotViews = hotViews;
        this.clock = clock;
        KEPT_DAYS.forEach(days -> kept.put(days, new HotView<>("agenda" + days, Slice.class, AgendaEntry.class)));
    }

    @QueryHandler
    Slice<AgendaEntry> agenda(AgendaOf query) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), query.zone());
        HotView<Slice<AgendaEntry>> view = kept.get(query.days());
        return view == null
                ? agenda(query, today)
                : hotViews.show(
                        RemindersProjection.NAME,
                        query.owner(),
                        view,
                        today + " " + query.zone(),
                        () -> agenda(query, today));
    }

    @QueryHandler
    Slice<OccurrenceView> occurrences(OccurrencesOf query) {
        List<Line> lines = jdbc.query(
                ONE,
                Agenda::line,
                query.from().toString(),
                query.to().toString(),
                nameBefore(query.from()),
                nameAfter(query.to()),
                query.reminderId().value(),
                query.owner().value());
        if (lines.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        OccurrencePlan plan = new OccurrencePlan(calendar, query.from(), query.to(), MOST_ENTRIES);
        return new Slice<>(
                plan.of(lines.getFirst().reminder(), recorded(lines)).stream()
                        .limit(MOST_ENTRIES)
                        .toList(),
                null);
    }

    private Slice<AgendaEntry> agenda(AgendaOf query, LocalDate today) {
        Instant from = today.atStartOfDay(query.zone()).toInstant();
        Instant to = today.plusDays(query.days()).atStartOfDay(query.zone()).toInstant();
        List<Line> lines = jdbc.query(
                DAYS,
                Agenda::line,
                query.owner().value(),
                to.toString(),
                query.owner().value(),
                from.toString(),
                to.toString(),
                nameBefore(from),
                nameAfter(to));
        Map<ReminderId, List<Line>> byReminder =
                lines.stream().collect(groupingBy(line -> line.reminder().id()));
        OccurrencePlan plan = new OccurrencePlan(calendar, from, to, MOST_ENTRIES);
        List<AgendaEntry> entries = new ArrayList<>();
        byReminder.values().forEach(group -> {
            ReminderRow reminder = group.getFirst().reminder();
            plan.of(reminder, recorded(group))
                    .forEach(occurrence -> entries.add(new AgendaEntry(reminder.view(), occurrence)));
        });
        entries.sort(
                Comparator.comparing((AgendaEntry entry) -> entry.occurrence().dueAt())
                        .thenComparing(entry -> entry.reminder().id().value())
                        .thenComparing(entry -> entry.occurrence().id()));
        return new Slice<>(entries.stream().limit(MOST_ENTRIES).toList(), null);
    }

    /** Names sort as the local times they stand for, and a day before or after is enough for every zone. */
    private static String nameBefore(Instant from) {
        return LocalDate.ofInstant(from.minus(OccurrencePlan.SLACK), ZoneOffset.UTC)
                .toString();
    }

    private static String nameAfter(Instant to) {
        return LocalDate.ofInstant(to.plus(OccurrencePlan.SLACK), ZoneOffset.UTC)
                .plusDays(1)
                .toString();
    }

    private static List<OccurrenceRow> recorded(List<Line> lines) {
        List<OccurrenceRow> rows = new ArrayList<>();
        for (Line line : lines) {
            if (line.occurrence() != null) {
                rows.add(line.occurrence());
            }
        }
        return rows;
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                ReminderTables.reminder(row, index),
                row.getString("occurrence_id") == null ? null : ReminderTables.occurrence(row, index));
    }

    /** A reminder, and one occurrence of it that is recorded. */
    private record Line(ReminderRow reminder, @Nullable OccurrenceRow occurrence) {}
}
