package com.eindr.infra.embedded;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Profile;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CreateReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Commands;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.WriteRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a person something to see: a handful of reminders, one of each sort, set as the app would set them. */
@Component
@EmbeddedOnly
class Seed {
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final Commands commands;
    private final Queries queries;
    private final Clock clock;

    Seed(Commands commands, Queries queries, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Sets the reminders, around the present moment in the person's zone.
     *
     * @return those that were not there yet; asked twice in a minute, it plants nothing the second time
     */
    List<ReminderId> plant(UserId owner) {
        ZoneId zone = queries.optional(new AccountOf(owner), AccountView.class)
                .map(AccountView::profile)
                .orElse(Profile.INITIAL)
                .timeZone();
        LocalDateTime now = LocalDateTime.now(clock.withZone(zone)).truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = now.toLocalDate();
        List<ReminderId> planted = new ArrayList<>();
        for (CreateReminder command : List.of(
                reminder(owner, "Ring in a minute", null, schedule(now.plusMinutes(1), zone, Timing.FIXED, null)),
                reminder(
                        owner,
                        "Take the pill",
                        "With a glass of water.",
                        schedule(today.atTime(NINE), zone, Timing.FIXED, "FREQ=DAILY")),
                reminder(
                        owner,
                        "Stretch, wherever you are",
                        null,
                        schedule(today.atTime(MORNING), zone, Timing.FLOATING, "FREQ=WEEKLY;BYDAY=MO,WE,FR")),
                reminder(
                        owner,
                        "Renew the passport",
                        "The photograph must not be older than six months.",
                        schedule(today.plusMonths(1).atStartOfDay(), zone, Timing.ALL_DAY, null)))) {
            if (send(command)) {
                planted.add(command.reminderId());
            }
        }
        return planted;
    }

    private boolean send(CreateReminder command) {
        try {
            commands.execute(command, new WriteRequest(command.by(), null, OptionalLong.empty()));
            return true;
        } catch (Refusal refusal) {
            if (refusal.reason() == ReminderRefusal.REMINDER_EXISTS) {
                return false;
            }
            throw refusal;
        }
    }

    /** The id follows from what is planted, so that planting it again meets it. */
    private static CreateReminder reminder(UserId owner, String title, @Nullable String notes, Schedule schedule) {
        String start = schedule.start().truncatedTo(ChronoUnit.MINUTES).toString();
        ReminderId id = new ReminderId(DerivedUuid.of("seed", owner.value(), title, start));
        return new CreateReminder(id, owner, owner, title, notes, schedule);
    }

    private static Schedule schedule(LocalDateTime start, ZoneId zone, Timing timing, @Nullable String recurrence) {
        return new Schedule(start, zone, timing, recurrence, RepeatFrom.FIRST_FUTURE, OnMissed.FIRE_LATE, null);
    }
}
