package com.eindr.voice.web.deed;

import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CreateReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Sets reminders, and reads them out. */
@Component
class ReminderDeeds implements Family {
    static final String PATH = "/api/v1/reminders/";
    private static final int READ_OUT = 10;

    private final Sending sending;
    private final Finding finding;
    private final OccurrenceCalendar calendar;

    ReminderDeeds(Sending sending, Finding finding, OccurrenceCalendar calendar) {
        this.sending = sending;
        this.finding = finding;
        this.calendar = calendar;
    }

    @Override
    public Set<Intent> intents() {
        return Set.of(Intent.REMINDER_CREATE, Intent.REMINDER_LIST);
    }

    @Override
    public Done act(Act act) {
        if (!act.order().isClear()) {
            return Done.asked(act, act.order().said().choices(), List.of());
        }
        return act.intent() == Intent.REMINDER_LIST ? list(act) : set(act);
    }

    private Done set(Act act) {
        String title = act.slots().title();
        LocalDateTime start = act.slots().start();
        if (title == null || start == null) {
            throw new IllegalStateException("a reminder that is clear has a title and a time");
        }
        Schedule schedule = new Schedule(
                start,
                act.person().zone(),
                Timing.FIXED,
                act.slots().recurrence(),
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                null);
        ReminderId id = new ReminderId(TimeOrderedUuid.next());
        Sending.Sent sent = sending.send(act, new CreateReminder(id, act.user(), act.user(), title, null, schedule));
        Result.When when = Items.when(schedule, calendar.place(schedule, start));
        return Done.done(act, PATH + sent.id(), new Result.ReminderSet(new Result.Item(title, when)))
                .with(sent.position(), List.of(Compensation.of(Compensation.What.CANCEL_REMINDER, sent, "")))
                .about(act.rehearsed() ? null : Finding.REMINDER + sent.id());
    }

    private Done list(Act act) {
        finding.see(act);
        Selection filter = act.slots().filter();
        LocalDateTime from = filter == null ? null : filter.from();
        LocalDateTime to = filter == null ? null : filter.to();
        return from == null || to == null
                ? read(act, finding.active(act, from, to), ReminderView::title, Items::of, ReminderView::id)
                : read(
                        act,
                        finding.ringing(act, from, to),
                        ringing -> ringing.reminder().title(),
                        Finding.Ringing::item,
                        ringing -> ringing.reminder().id());
    }

    private static <T> Done read(
            Act act,
            List<T> all,
            Function<T, String> title,
            Function<T, Result.Item> item,
            Function<T, ReminderId> id) {
        Selection filter = act.slots().filter();
        String about = filter == null ? null : filter.about();
        List<T> fitting = about == null ? all : Words.matching(all, about, title);
        List<T> read = fitting.subList(0, Math.min(READ_OUT, fitting.size()));
        Result result = new Result.Reminders(
                filter == null ? null : filter.from(),
                filter == null ? null : filter.to(),
                read.stream().map(item).toList(),
                fitting.size() - read.size());
        return Done.done(act, null, result)
                .reading(read.stream()
                        .map(one -> Finding.REMINDER + id.apply(one))
                        .toList());
    }
}
