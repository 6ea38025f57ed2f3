package com.eindr.notification.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.notification.HistoryEntry;
import com.eindr.notification.NotificationEvent.NotificationRaised;
import com.eindr.notification.NotificationEvent.NotificationRead;
import com.eindr.notification.NotificationEvent.PushDelivered;
import com.eindr.notification.NotificationEvent.PushNotDelivered;
import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.notification.NotificationQuery.InboxOf;
import com.eindr.notification.NotificationQuery.ReminderHistoryOf;
import com.eindr.notification.NotificationQuery.UnreadCountOf;
import com.eindr.notification.NotificationView;
import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.ReadModels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InboxProjectionTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BO = new UserId("bo");
    private static final Instant DUE = Instant.parse("2026-03-29T01:30:00Z");
    private static final OccurrenceId OCCURRENCE = new OccurrenceId("2026-03-29T02:30");
    private static final ReminderId REMINDER = new ReminderId(new UUID(0, 1));

    private final ReadModels models = ReadModels.fresh();
    private final Log log = new Log();

    @Test
    void a_notification_is_unread_until_it_is_read() {
        NotificationId first = raise(1, ANA, DUE);
        NotificationId second = raise(2, ANA, DUE.plusSeconds(1));
        raise(3, BO, DUE);
        models.handle(log.all(), 100);
        assertThat(inbox(null)).extracting(NotificationView::id).containsExactly(second, first);
        assertThat(unread()).isEqualTo(2);

        log.append(first, new NotificationRead(first, ANA, REMINDER, OCCURRENCE));
        models.handle(log.after(3), 100);

        assertThat(inbox(true)).extracting(NotificationView::id).containsExactly(second);
        assertThat(inbox(false)).singleElement().satisfies(view -> {
            assertThat(view.id()).isEqualTo(first);
            assertThat(view.read()).isTrue();
            assertThat(view.version()).isEqualTo(2);
            assertThat(view.dueAt()).isEqualTo(DUE);
        });
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void pages_walk_over_everything_once_though_many_fired_at_the_same_moment() {
        for (int i = 0; i < 57; i++) {
            raise(i, ANA, DUE.plusSeconds(i / 20));
        }
        models.handle(log.all(), 10);

        List<NotificationId> walked = new ArrayList<>();
        String cursor = null;
        do {
            Slice<NotificationView> page =
                    models.slice(new InboxOf(ANA, null, new SliceRequest(7, cursor)), NotificationView.class);
            page.items().forEach(view -> walked.add(view.id()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(walked).hasSize(57).doesNotHaveDuplicates();
    }

    @Test
    void the_story_of_a_reminder_says_why_and_when_it_rang_and_what_became_of_the_push() {
        Alarm alarm = new Alarm(OCCURRENCE, DUE, Adjustment.GAP, Alarm.Kind.DUE, 0);
        Alarm nag = new Alarm(OCCURRENCE, DUE.plusSeconds(900), Adjustment.NONE, Alarm.Kind.NAG, 1);
        Schedule schedule = new Schedule(
                LocalDateTime.of(2026, 3, 29, 2, 30),
                ZoneId.of("Europe/Berlin"),
                Timing.FIXED,
                "FREQ=DAILY",
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                Duration.ofMinutes(10));
        log.append(REMINDER, new ReminderCreated(REMINDER, ANA, ANA, "secret", null, schedule, alarm));
        log.append(
                REMINDER,
                new OccurrenceRang(REMINDER, ANA, "secret", OCCURRENCE, DUE, DUE.plusSeconds(300), true, 0, nag));
        NotificationId told = raise(1, ANA, DUE.plusSeconds(300));
        log.append(told, new PushNotDelivered(told, ANA, REMINDER, OCCURRENCE, PushNotDelivered.Cause.NO_DEVICE));
        log.append(told, new PushDelivered(told, ANA, REMINDER, OCCURRENCE, 2));
        models.handle(log.all(), 100);

        List<HistoryEntry> story = models.slice(new ReminderHistoryOf(ANA, REMINDER), HistoryEntry.class)
                .items();

        assertThat(story)
                .extracting(HistoryEntry::summary)
                .containsExactly(
                        "Set by ana for 29 Mar 2026, 02:30 (Europe/Berlin), repeating by FREQ=DAILY. It rings next on"
                                + " 29 Mar 2026, 03:30 (Europe/Berlin). The clocks skip the time it was set for, so it"
                                + " rings later by as much as they skip.",
                        "Rang on 29 Mar 2026, 03:35, late by 5 min: nothing could ring at its time. Unless answered, it"
                                + " rings again on 29 Mar 2026, 03:45 (Europe/Berlin).",
                        "Put into the inbox at once; quiet hours postponed the push until 29 Mar 2026, 08:00.",
                        "No push was delivered: no device is registered.",
                        "The push service took the push for 2 devices.");
        assertThat(story.getFirst().facts())
                .containsEntry("rule", "FREQ=DAILY")
                .containsEntry("nextAdjustment", "GAP")
                .containsEntry("by", "ana");
        assertThat(story.toString()).doesNotContain("secret");
        assertThat(models.slice(new ReminderHistoryOf(BO, REMINDER), HistoryEntry.class)
                        .items())
                .isEmpty();
    }

    private NotificationId raise(int number, UserId recipient, Instant firedAt) {
        NotificationId id = new NotificationId(new UUID(number, recipient.hashCode()));
        log.append(
                id,
                new NotificationRaised(
                        id,
                        recipient,
                        NotificationKind.REMINDER_DUE,
                        REMINDER,
                        OCCURRENCE,
                        "title",
                        DUE,
                        firedAt,
                        false,
                        0,
                        Instant.parse("2026-03-29T06:00:00Z")));
        return id;
    }

    private List<NotificationView> inbox(Boolean unread) {
        return models.slice(new InboxOf(ANA, unread, new SliceRequest(100, null)), NotificationView.class)
                .items();
    }

    private long unread() {
        return models.ask(new UnreadCountOf(ANA), Long.class);
    }
}
