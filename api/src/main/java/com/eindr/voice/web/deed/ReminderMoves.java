package com.eindr.voice.web.deed;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.MoveOccurrence;
import com.eindr.reminder.ReminderCommand.SnoozeOccurrence;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.Patch;
import com.eindr.voice.Choice;
import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Does something about reminders that are there: one of them, unless all were meant. Which one is asked where it is not clear. */
@Component
class ReminderMoves implements Family {
    private static final int SHOWN = 10;

    private final Sending sending;
    private final Finding finding;

    ReminderMoves(Sending sending, Finding finding) {
        this.sending = sending;
        this.finding = finding;
    }

    @Override
    public Set<Intent> intents() {
        return Set.of(Intent.REMINDER_UPDATE, Intent.REMINDER_COMPLETE, Intent.REMINDER_SNOOZE, Intent.REMINDER_CANCEL);
    }

    @Override
    public Done act(Act act) {
        Finding.Found found = finding.reminders(act);
        List<ReminderView> views = found.reminders();
        Selection filter = act.slots().filter();
        if (views.isEmpty()) {
            return Done.nothing(act, filter == null ? null : filter.about());
        }
        boolean several = filter != null && filter.all() && allowsAll(act.intent());
        boolean chosen = !act.order().chosen().isEmpty();
        boolean which = !several && !chosen && (views.size() > 1 || !found.named());
        if (!which && act.order().isClear()) {
            return doneTo(act, views);
        }
        return ask(act, views, which);
    }

    private static boolean allowsAll(Intent intent) {
        return intent == Intent.REMINDER_CANCEL || intent == Intent.REMINDER_COMPLETE;
    }

    /** What must be told besides, such as a time, is asked with it; and what would go is shown. */
    private static Done ask(Act act, List<ReminderView> views, boolean which) {
        List<ReminderView> shown = which && views.size() > SHOWN ? views.subList(0, SHOWN) : views;
        List<String> names = Items.names(shown, act.person().zone());
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(which ? OpenQuestions.FILTER : Choice.CONFIRM, names));
        act.order().said().choices().stream()
                .filter(choice -> !choice.slot().equals(Choice.CONFIRM))
                .forEach(choices::add);
        if (!which && choices.size() > 1) {
            choices.removeFirst();
        }
        return Done.asked(
                act,
                choices,
                shown.stream().map(view -> Finding.REMINDER + view.id()).toList());
    }

    private Done doneTo(Act act, List<ReminderView> views) {
        List<Compensation> undo = new ArrayList<>();
        List<ReminderView> moved = new ArrayList<>();
        RuntimeException failure = null;
        long position = 0;
        for (int i = 0; i < views.size(); i++) {
            ReminderView view = views.get(i);
            try {
                Sending.Sent sent =
                        sending.send(act, command(act, view), act.write().item(i));
                position = Math.max(position, sent.position());
                moved.add(view);
                undo.add(compensation(act, view, sent));
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (moved.isEmpty() && failure != null) {
            throw failure;
        }
        String only = moved.size() == 1 ? moved.getFirst().id().toString() : null;
        return Done.done(act, only == null ? null : ReminderDeeds.PATH + only, result(act, moved))
                .with(position, undo)
                .about(only == null ? null : Finding.REMINDER + only);
    }

    private static Object command(Act act, ReminderView view) {
        return switch (act.intent()) {
            case REMINDER_COMPLETE -> new CompleteOccurrence(view.id(), act.user(), null);
            case REMINDER_SNOOZE -> new SnoozeOccurrence(view.id(), act.user(), null, act.instant(start(act)));
            case REMINDER_CANCEL -> new CancelReminder(view.id(), act.user());
            default -> moving(act, view);
        };
    }

    /** Of a series, only the next one is moved: nobody changes all mornings by a word about one. */
    private static Object moving(Act act, ReminderView view) {
        LocalDateTime local = start(act)
                .atZone(act.person().zone())
                .withZoneSameInstant(view.schedule().timeZone())
                .toLocalDateTime();
        ReminderView.Next next = view.nextOccurrence();
        OccurrenceId occurrence = next == null ? null : next.id();
        return view.schedule().repeats()
                ? new MoveOccurrence(view.id(), act.user(), occurrence, local)
                : Edits.start(view.id(), act.user(), Patch.of(local));
    }

    private static Compensation compensation(Act act, ReminderView view, Sending.Sent sent) {
        boolean edited =
                act.intent() == Intent.REMINDER_UPDATE && !view.schedule().repeats();
        Compensation.What what = switch (act.intent()) {
            case REMINDER_COMPLETE -> Compensation.What.REOPEN;
            case REMINDER_CANCEL -> Compensation.What.REINSTATE;
            default -> edited ? Compensation.What.START_AGAIN : Compensation.What.PUT_BACK;
        };
        return Compensation.of(what, sent, edited ? view.schedule().start().toString() : "");
    }

    private static LocalDateTime start(Act act) {
        LocalDateTime start = act.slots().start();
        if (start == null) {
            throw new IllegalStateException("what is clear has a time");
        }
        return start;
    }

    private static Result result(Act act, List<ReminderView> moved) {
        List<String> titles = moved.stream().map(ReminderView::title).toList();
        return switch (act.intent()) {
            case REMINDER_COMPLETE -> new Result.RemindersCompleted(titles);
            case REMINDER_SNOOZE -> new Result.ReminderSnoozed(titles.getFirst(), start(act));
            case REMINDER_CANCEL -> new Result.RemindersCancelled(titles);
            default -> {
                ReminderView view = moved.getFirst();
                Result.When when = new Result.When(
                        start(act),
                        act.person().zone(),
                        false,
                        false,
                        view.schedule().recurrence());
                yield new Result.ReminderChanged(new Result.Item(view.title(), when), null);
            }
        };
    }
}
