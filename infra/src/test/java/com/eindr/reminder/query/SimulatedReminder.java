package com.eindr.reminder.query;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OccurrenceView;
import com.eindr.reminder.OccurrenceView.State;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.OccurrenceReopened;
import com.eindr.reminder.ReminderEvent.OccurrenceSkipped;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.OwnerZoneFollowed;
import com.eindr.reminder.ReminderEvent.PutOffWithdrawn;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.Schedule;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that lives at random and remembers what became of each occurrence in the plainest way, so that the read model
 * can be compared with it.
 */
final class SimulatedReminder {
    final ReminderId id;
    final UserId owner;
    private final OccurrenceCalendar calendar;
    private final Random random;
    private final RandomSchedules schedules;
    private final Map<OccurrenceId, OccurrenceView> told = new TreeMap<>();
    private final Map<OccurrenceId, Alarm> special = new TreeMap<>();
    private final Map<OccurrenceId, LocalDateTime> movedTo = new TreeMap<>();
    private Schedule schedule;
    private @Nullable Occurrence series;
    private Instant now;
    private boolean cancelled;
    private @Nullable BeforeDeed before;

    SimulatedReminder(ReminderId id, UserId owner, OccurrenceCalendar calendar, Instant now, Random random) {
        this.id = id;
        this.owner = owner;
        this.calendar = calendar;
        this.random = random;
        this.schedules = new RandomSchedules(random);
        this.now = now;
        this.schedule = schedules.any(now);
        this.series = first();
    }

    ReminderEvent created() {
        return new ReminderCreated(id, owner, owner, "title", random.nextBoolean() ? "notes" : null, schedule, next());
    }

    /** Something happens to it; nothing where it cannot. */
    Optional<ReminderEvent> live() {
        if (cancelled) {
            cancelled = random.nextBoolean();
            before = null;
            return cancelled
                    ? Optional.empty()
                    : Optional.of(new ReminderReinstated(id, owner, owner, "title", "notes", schedule, now, next()));
        }
        if (before != null && random.nextInt(3) == 0) {
            return Optional.of(takenBack(before));
        }
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> ring();
            case 4 -> chosen().map(this::completed);
            case 5 -> chosen().map(this::skipped);
            case 6 -> chosen().map(this::snoozed);
            case 7 -> chosen().map(this::moved);
            case 8 -> Optional.of(new ReminderReworded(id, owner, owner, "title " + random.nextInt(9), null));
            case 9 -> random.nextInt(3) > 0 ? Optional.empty() : Optional.of(rescheduled());
            case 10 -> schedule.followsOwner() ? Optional.of(followed()) : Optional.empty();
            default -> {
                if (random.nextInt(8) > 0) {
                    yield ring();
                }
                cancelled = true;
                yield Optional.of(new ReminderCancelled(id, owner, owner));
            }
        };
    }

    /** What the owner is to see between two instants. */
    List<OccurrenceView> expected(Instant from, Instant to) {
        if (cancelled) {
            return List.of();
        }
        Map<OccurrenceId, OccurrenceView> all = new TreeMap<>(told);
        Alarm armed = next();
        if (armed != null && armed.kind() == Alarm.Kind.DUE) {
            all.put(
                    armed.occurrence(),
                    upcoming(new Occurrence(armed.occurrence(), armed.dueAt(), armed.adjustment())));
        }
        if (armed != null && series != null) {
            Iterator<Occurrence> whole = calendar.occurrences(schedule);
            while (whole.hasNext()) {
                Occurrence each = whole.next();
                if (each.dueAt().isAfter(to.plus(Duration.ofDays(2)))) {
                    break;
                }
                if (each.id().compareTo(series.id()) >= 0) {
                    all.putIfAbsent(each.id(), upcoming(each));
                }
            }
        }
        return all.values().stream()
                .filter(view -> !view.dueAt().isBefore(from) && view.dueAt().isBefore(to))
                .sorted(Comparator.comparing(OccurrenceView::dueAt).thenComparing(OccurrenceView::id))
                .toList();
    }

    private Optional<ReminderEvent> ring() {
        Alarm alarm = next();
        if (alarm == null) {
            return Optional.empty();
        }
        before = null;
        OccurrenceId occurrence = alarm.occurrence();
        now = alarm.dueAt().isAfter(now) ? alarm.dueAt() : now;
        consume(occurrence);
        OccurrenceView former = told.get(occurrence);
        boolean missed = random.nextInt(6) == 0;
        told.put(
                occurrence,
                new OccurrenceView(
                        occurrence,
                        alarm.dueAt(),
                        alarm.adjustment(),
                        false,
                        missed ? State.MISSED : State.RANG,
                        missed ? rangBefore(former) : now));
        return Optional.of(
                missed
                        ? new OccurrenceMissed(id, owner, occurrence, alarm.dueAt(), now, next())
                        : new OccurrenceRang(
                                id, owner, "title", occurrence, alarm.dueAt(), now, false, alarm.nag(), next()));
    }

    private static @Nullable Instant rangBefore(@Nullable OccurrenceView view) {
        return view == null ? null : view.rangAt();
    }

    private ReminderEvent completed(Occurrence chosen) {
        settle(chosen, State.COMPLETED);
        return new OccurrenceCompleted(id, owner, owner, chosen.id(), now, next());
    }

    private ReminderEvent skipped(Occurrence chosen) {
        settle(chosen, State.SKIPPED);
        return new OccurrenceSkipped(id, owner, owner, chosen.id(), now, next());
    }

    private void remember(boolean settled, Occurrence chosen) {
        before = new BeforeDeed(settled, chosen.id(), told, special, movedTo, series);
    }

    private ReminderEvent takenBack(BeforeDeed then) {
        before = null;
        then.giveBack(told, special, movedTo);
        series = then.series();
        return then.settled()
                ? new OccurrenceReopened(id, owner, owner, then.occurrence(), schedule, now, next())
                : new PutOffWithdrawn(id, owner, owner, then.occurrence(), now, next());
    }

    private void settle(Occurrence chosen, State how) {
        remember(true, chosen);
        consume(chosen.id());
        OccurrenceView view = told.getOrDefault(chosen.id(), upcoming(chosen));
        told.put(
                chosen.id(),
                new OccurrenceView(chosen.id(), view.dueAt(), view.adjustment(), false, how, view.rangAt()));
    }

    private ReminderEvent snoozed(Occurrence chosen) {
        Instant until = now.plus(random.nextInt(3000), ChronoUnit.MINUTES);
        remember(false, chosen);
        consume(chosen.id());
        putOff(chosen.id(), new Occurrence(chosen.id(), until, Adjustment.NONE), Alarm.Kind.SNOOZED);
        return new OccurrenceSnoozed(id, owner, owner, chosen.id(), until, next());
    }

    private ReminderEvent moved(Occurrence chosen) {
        LocalDateTime start = LocalDateTime.ofInstant(now, schedule.timeZone())
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1 + random.nextInt(5000));
        remember(false, chosen);
        consume(chosen.id());
        Occurrence placed = calendar.place(schedule, start);
        putOff(chosen.id(), new Occurrence(chosen.id(), placed.dueAt(), placed.adjustment()), Alarm.Kind.MOVED);
        movedTo.put(chosen.id(), start);
        return new OccurrenceMoved(id, owner, owner, chosen.id(), start, next());
    }

    private void putOff(OccurrenceId occurrence, Occurrence to, Alarm.Kind kind) {
        special.put(occurrence, new Alarm(occurrence, to.dueAt(), to.adjustment(), kind, 0));
        told.put(
                occurrence,
                new OccurrenceView(
                        occurrence,
                        to.dueAt(),
                        to.adjustment(),
                        kind == Alarm.Kind.SNOOZED,
                        State.UPCOMING,
                        rangBefore(told.get(occurrence))));
    }

    private ReminderEvent rescheduled() {
        before = null;
        if (random.nextBoolean()) {
            schedule = schedules.withOtherManner(schedule);
            return new ReminderRescheduled(id, owner, owner, schedule, next());
        }
        schedule = schedules.any(now);
        special.clear();
        movedTo.clear();
        told.values().removeIf(view -> view.state() == State.UPCOMING || view.state() == State.SKIPPED);
        series = first();
        return new ReminderRescheduled(id, owner, owner, schedule, next());
    }

    private ReminderEvent followed() {
        before = null;
        schedule = schedule.inZone(schedules.anyZone());
        Occurrence former = series;
        series = former == null ? null : calendar.find(schedule, former.id()).orElseThrow();
        Map.copyOf(movedTo).forEach((occurrence, start) -> {
            Occurrence placed = calendar.place(schedule, start);
            putOff(occurrence, new Occurrence(occurrence, placed.dueAt(), placed.adjustment()), Alarm.Kind.MOVED);
        });
        return new OwnerZoneFollowed(id, owner, schedule.timeZone(), next());
    }

    /** The armed one, one that was put off or rang, or one that is to come. */
    private Optional<Occurrence> chosen() {
        List<Occurrence> choices = new ArrayList<>();
        told.values().stream()
                .filter(view -> view.state() == State.UPCOMING || view.state() == State.RANG)
                .forEach(view -> choices.add(new Occurrence(view.id(), view.dueAt(), view.adjustment())));
        if (series != null) {
            choices.add(series);
            calendar.firstAfter(schedule, series.id())
                    .filter(later -> !told.containsKey(later.id()))
                    .ifPresent(choices::add);
        }
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    private @Nullable Alarm next() {
        List<Alarm> alarms = new ArrayList<>(special.values());
        if (series != null) {
            alarms.add(new Alarm(series.id(), series.dueAt(), series.adjustment(), Alarm.Kind.DUE, 0));
        }
        return alarms.stream().min(Comparator.comparing(Alarm::dueAt)).orElse(null);
    }

    private void consume(OccurrenceId occurrence) {
        special.remove(occurrence);
        movedTo.remove(occurrence);
        while (series != null && (series.id().equals(occurrence) || isDecided(series.id()))) {
            series = calendar.firstAfter(schedule, series.id()).orElse(null);
        }
    }

    private boolean isDecided(OccurrenceId occurrence) {
        return told.containsKey(occurrence);
    }

    private @Nullable Occurrence first() {
        Iterator<Occurrence> whole = calendar.occurrences(schedule);
        while (whole.hasNext()) {
            Occurrence each = whole.next();
            if (!schedule.repeats() || !each.dueAt().isBefore(now)) {
                return each;
            }
        }
        return null;
    }

    private static OccurrenceView upcoming(Occurrence occurrence) {
        return new OccurrenceView(
                occurrence.id(), occurrence.dueAt(), occurrence.adjustment(), false, State.UPCOMING, null);
    }
}
