package com.eindr.voice.web.deed;

import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.SnoozeOccurrence;
import com.eindr.reminder.ReminderView;
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
    private final Amending amending;

    ReminderMoves(Sending sending, Finding finding, Amending amending) {
        this.sending = sending;
        this.finding = finding;
        this.amending = amending;
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
        Act whole = which || several ? act : amending.timed(act, views.getFirst());
        if (!which && whole.order().isClear()) {
            return doneTo(whole, views);
        }
        return ask(whole, views, which);
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
                .filter(choice -> !which || !isOfItself(act, choice))
                .forEach(choices::add);
        if (!which && choices.size() > 1) {
            choices.removeFirst();
        }
        return Done.asked(
                act,
                choices,
                shown.stream().map(view -> Finding.REMINDER + view.id()).toList());
    }

    /** Which six o'clock is meant, one can tell when it is known what is moved. */
    private static boolean isOfItself(Act act, Choice choice) {
        return choice.slot().equals(OwnTime.START) && act.slots().relative() != null;
    }

    private Done doneTo(Act act, List<ReminderView> views) {
        List<Compensation> undo = new ArrayList<>();
        List<ReminderView> moved = new ArrayList<>();
        RuntimeException failure = null;
        long position = 0;
        int sent = 0;
        for (ReminderView view : views) {
            try {
                for (Amending.Step step : steps(act, view)) {
                    Sending.Sent done =
                            sending.send(act, step.command(), act.write().item(sent++));
                    position = Math.max(position, done.position());
                    undo.add(Compensation.of(step.back(), done, step.before()));
                }
                moved.add(view);
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

    private List<Amending.Step> steps(Act act, ReminderView view) {
        return switch (act.intent()) {
            case REMINDER_COMPLETE ->
                List.of(new Amending.Step(
                        new CompleteOccurrence(view.id(), act.user(), null), Compensation.What.REOPEN, ""));
            case REMINDER_SNOOZE ->
                List.of(new Amending.Step(
                        new SnoozeOccurrence(view.id(), act.user(), null, act.instant(start(act))),
                        Compensation.What.PUT_BACK,
                        ""));
            case REMINDER_CANCEL ->
                List.of(new Amending.Step(new CancelReminder(view.id(), act.user()), Compensation.What.REINSTATE, ""));
            default -> amending.steps(act, view);
        };
    }

    private static LocalDateTime start(Act act) {
        LocalDateTime start = act.slots().start();
        if (start == null) {
            throw new IllegalStateException("what is clear has a time");
        }
        return start;
    }

    private Result result(Act act, List<ReminderView> moved) {
        List<String> titles = moved.stream().map(ReminderView::title).toList();
        return switch (act.intent()) {
            case REMINDER_COMPLETE -> new Result.RemindersCompleted(titles);
            case REMINDER_SNOOZE -> new Result.ReminderSnoozed(titles.getFirst(), start(act));
            case REMINDER_CANCEL -> new Result.RemindersCancelled(titles);
            default -> amending.told(act, moved.getFirst());
        };
    }
}
