package com.eindr.account.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountEvent.DeviceRegistered;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.DeviceId;
import com.eindr.account.Platform;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.QuietHours;
import com.eindr.notification.NotificationQuery.ChangesSince;
import com.eindr.notification.SyncView;
import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderQuery.ReminderOf;
import com.eindr.reminder.ReminderQuery.RemindersOf;
import com.eindr.reminder.ReminderQuery.Upcoming;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.ReadModels;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SynchronisationTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant DUE = Instant.parse("2026-06-01T09:00:00Z");

    private final ReadModels models = ReadModels.fresh();
    private final Log log = new Log();

    @Test
    void an_account_is_shown_as_it_is_now_with_its_latest_device_first() {
        Profile there = new Profile("Ana", "de", ZoneId.of("Europe/Berlin"));
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        Preferences quiet = new Preferences(night, "bell", null, true, false, false, true, true);
        log.append(ANA, new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL));
        log.append(ANA, new TimeZoneChanged(ANA, there));
        log.append(ANA, new PreferencesChanged(ANA, quiet));
        for (int i = 1; i <= 3; i++) {
            log.append(ANA, new DeviceRegistered(ANA, new DeviceId(new UUID(0, i)), "token" + i, Platform.IOS));
        }
        log.append(ANA, new DeviceRemoved(ANA, new DeviceId(new UUID(0, 2)), DeviceRemoved.Cause.ASKED));
        models.handle(log.all(), 2);

        AccountView account = models.ask(new AccountOf(ANA), AccountView.class);
        assertThat(account.profile()).isEqualTo(there);
        assertThat(account.preferences()).isEqualTo(quiet);
        assertThat(account.version()).isEqualTo(7);
        assertThat(models.jdbc()
                        .queryForList("SELECT fcm_token FROM account_device ORDER BY registered_at DESC", String.class))
                .containsExactly("token3", "token1");
        assertThat(models.find(new AccountOf(new UserId("nobody")), AccountView.class))
                .isEmpty();
    }

    @Test
    void a_list_of_reminders_is_walked_over_once_though_many_are_due_at_the_same_moment_or_never() {
        for (int i = 0; i < 53; i++) {
            create(i, i % 3 == 0 ? null : DUE.plusSeconds(i / 20));
        }
        models.handle(log.all(), 10);

        List<ReminderView> walked = new ArrayList<>();
        String cursor = null;
        do {
            Slice<ReminderView> page = models.slice(
                    new RemindersOf(ANA, null, null, null, null, new SliceRequest(5, cursor)), ReminderView.class);
            walked.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(walked).extracting(ReminderView::id).hasSize(53).doesNotHaveDuplicates();
        List<ReminderView> computed =
                models.slice(new Upcoming(ANA), ReminderView.class).items();
        List<ReminderView> kept =
                models.slice(new Upcoming(ANA), ReminderView.class).items();
        assertThat(computed).isEqualTo(walked.subList(0, 10));
        assertThat(kept).isEqualTo(computed);
    }

    @Test
    void reminders_are_found_by_status_time_and_title_by_their_owner_only() {
        ReminderId first = create(1, DUE);
        ReminderId second = create(2, DUE.plusSeconds(60));
        log.append(second, new ReminderReworded(second, ANA, ANA, "Call 100%_BO", null));
        ReminderId third = create(3, DUE.plusSeconds(120));
        log.append(third, new ReminderCancelled(third, ANA, ANA));
        models.handle(log.all(), 100);

        assertThat(found(null, null, null, null)).containsExactly(first, second, third);
        assertThat(found(ReminderStatus.CANCELLED, null, null, null)).containsExactly(third);
        assertThat(found(null, DUE.plusSeconds(1), null, null)).containsExactly(second);
        assertThat(found(null, null, DUE.plusSeconds(60), null)).containsExactly(first);
        assertThat(found(null, null, null, "100%_bo")).containsExactly(second);
        assertThat(models.find(new ReminderOf(new UserId("bo"), first), ReminderView.class))
                .isEmpty();
        assertThat(models.ask(new ReminderOf(ANA, second), ReminderView.class).version())
                .isEqualTo(2);
    }

    @Test
    void a_device_that_asks_in_small_steps_ends_up_with_everything_and_skips_nothing() {
        Set<ReminderId> held = new HashSet<>();
        List<ReminderId> all = new ArrayList<>();
        log.append(ANA, new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL));
        for (int i = 0; i < 25; i++) {
            all.add(create(i, DUE));
        }
        models.handle(log.all(), 7);
        String cursor = follow(null, held);
        assertThat(held).containsExactlyInAnyOrderElementsOf(all);

        long seen = log.position();
        log.append(all.get(3), new ReminderCancelled(all.get(3), ANA, ANA));
        log.append(all.get(4), new ReminderReworded(all.get(4), ANA, ANA, "other", null));
        models.handle(log.after(seen), 7);
        SyncView delta = models.ask(new ChangesSince(ANA, cursor, 100), SyncView.class);

        assertThat(delta.deletedReminders()).containsExactly(all.get(3));
        assertThat(delta.reminders()).extracting(ReminderView::title).containsExactly("other");
        assertThat(delta.account()).isNull();
        assertThat(delta.more()).isFalse();
        assertThat(models.ask(new ChangesSince(ANA, delta.nextCursor(), 100), SyncView.class))
                .isEqualTo(new SyncView(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        true,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        delta.nextCursor(),
                        false));
    }

    @Test
    void a_cursor_from_another_installation_is_not_answered() {
        create(1, DUE);
        models.handle(log.all(), 7);

        assertThat(models.find(new ChangesSince(ANA, "99.0.0", 100), SyncView.class))
                .isEmpty();
    }

    private String follow(String cursor, Set<ReminderId> held) {
        SyncView step = models.ask(new ChangesSince(ANA, cursor, 4), SyncView.class);
        step.reminders().forEach(view -> held.add(view.id()));
        return step.more() ? follow(step.nextCursor(), held) : step.nextCursor();
    }

    private List<ReminderId> found(ReminderStatus status, Instant from, Instant to, String title) {
        return models
                .slice(new RemindersOf(ANA, status, from, to, title, new SliceRequest(100, null)), ReminderView.class)
                .items()
                .stream()
                .map(ReminderView::id)
                .toList();
    }

    private ReminderId create(int number, Instant dueAt) {
        ReminderId id = new ReminderId(new UUID(number * 31L, number));
        Schedule schedule = new Schedule(
                LocalDateTime.of(2026, 6, 1, 9, 0),
                ZoneId.of("UTC"),
                Timing.FIXED,
                null,
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                null);
        Alarm next = dueAt == null
                ? null
                : new Alarm(new OccurrenceId("2026-06-01T09:00"), dueAt, Adjustment.NONE, Alarm.Kind.DUE, 0);
        log.append(id, new ReminderCreated(id, ANA, ANA, "title " + number, null, schedule, next));
        return id;
    }
}
