package com.eindr.voice.web.deed;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderCommand.MoveOccurrence;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.web.KeptSelections;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a reminder another time, another rhythm, other words: by the commands that a tap would send. */
@Component
class Amending {
    /** What an amendment takes the place of is kept with a key of its own, since a repetition would find it amended. */
    private static final int BEFORE = -1;

    private static final int START = -2;

    private final OccurrenceCalendar calendar;
    private final KeptSelections kept;

    Amending(OccurrenceCalendar calendar, KeptSelections kept) {
        this.calendar = calendar;
        this.kept = kept;
    }

    /**
     * A command, and what takes it back.
     *
     * @param before what that needs to know
     */
    record Step(Object command, Compensation.What back, String before) {}

    /** With the time that a start which was only said in part has come to; a repetition would reckon from that time. */
    Act timed(Act act, ReminderView view) {
        Act whole = OwnTime.completed(act, view);
        LocalDateTime start = whole.slots().start();
        IdempotencyKey key = act.write().item(START).idempotencyKey();
        if (key == null
                || act.rehearsed()
                || start == null
                || act.slots().relative() == null
                || !whole.order().isClear()) {
            return whole;
        }
        String now = start.toString();
        List<String> first = kept.once(act.user(), key, () -> List.of(now));
        return whole.with(whole.order().startingAt(LocalDateTime.parse(first.getFirst())));
    }

    List<Step> steps(Act act, ReminderView view) {
        Amendment amendment = amendment(act, view);
        List<Step> steps = new ArrayList<>();
        if (!amendment.isEmpty()) {
            steps.add(new Step(
                    amendment.command(view.id(), act.user()),
                    Compensation.What.AMEND,
                    before(act, amendment, view).written()));
        }
        LocalDateTime moved = moved(act, view);
        if (moved != null) {
            ReminderView.Next next = view.nextOccurrence();
            OccurrenceId occurrence = next == null ? null : next.id();
            LocalDateTime local = Amendment.local(moved, act.person().zone(), view.schedule());
            steps.add(new Step(
                    new MoveOccurrence(view.id(), act.user(), occurrence, local), Compensation.What.PUT_BACK, ""));
        }
        return steps;
    }

    Result told(Act act, ReminderView view) {
        Amendment amendment = amendment(act, view);
        LocalDateTime moved = moved(act, view);
        String title = amendment.title().orKeepRequired(view.title());
        String was = amendment.title().present()
                ? before(act, amendment, view).title().value()
                : null;
        Result.When when = amendment.isOfTime() ? when(act, amendment.of(view.schedule())) : null;
        if (moved != null) {
            boolean allDay = view.schedule().timing() == Timing.ALL_DAY;
            when = new Result.When(moved, act.person().zone(), allDay, false, null);
        }
        return new Result.ReminderChanged(new Result.Item(title, when), Objects.equals(was, title) ? null : was);
    }

    private static Amendment amendment(Act act, ReminderView view) {
        return Amendment.of(act.slots(), act.person().zone(), view);
    }

    /** Of a series, only the next one is moved: nobody changes all mornings by a word about one. */
    private static @Nullable LocalDateTime moved(Act act, ReminderView view) {
        return view.schedule().repeats() && act.slots().recurrence() == null
                ? act.slots().start()
                : null;
    }

    private Amendment before(Act act, Amendment amendment, ReminderView view) {
        IdempotencyKey key = act.write().item(BEFORE).idempotencyKey();
        Amendment now = amendment.back(view);
        return key == null || act.rehearsed()
                ? now
                : Amendment.read(
                        kept.once(act.user(), key, () -> List.of(now.written())).getFirst());
    }

    /** The first time to come; what rings once is told as the clock shows it where the person is. */
    private Result.@Nullable When when(Act act, Schedule wanted) {
        Instant now = act.instant(act.person().now());
        LocalDateTime yesterday =
                LocalDateTime.ofInstant(now, wanted.timeZone()).minusDays(1);
        Iterator<Occurrence> coming = calendar.occurrencesFrom(wanted, yesterday);
        while (coming.hasNext()) {
            Occurrence occurrence = coming.next();
            if (occurrence.dueAt().isAfter(now)) {
                ZoneId here = act.person().zone();
                return wanted.repeats() || wanted.timing() == Timing.ALL_DAY
                        ? Items.when(wanted, occurrence)
                        : new Result.When(
                                LocalDateTime.ofInstant(occurrence.dueAt(), here),
                                here,
                                false,
                                occurrence.adjustment() != Adjustment.NONE,
                                null);
            }
        }
        return null;
    }
}
