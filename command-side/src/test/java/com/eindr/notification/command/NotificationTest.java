package com.eindr.notification.command;

import com.eindr.account.QuietHours;
import com.eindr.notification.NotificationCommand.MarkNotificationRead;
import com.eindr.notification.NotificationCommand.RaiseNotice;
import com.eindr.notification.NotificationCommand.RaiseNotification;
import com.eindr.notification.NotificationCommand.RecordPushDelivered;
import com.eindr.notification.NotificationCommand.RecordPushNotDelivered;
import com.eindr.notification.NotificationEvent.NoticeRaised;
import com.eindr.notification.NotificationEvent.NotificationRaised;
import com.eindr.notification.NotificationEvent.NotificationRead;
import com.eindr.notification.NotificationEvent.PushDelivered;
import com.eindr.notification.NotificationEvent.PushNotDelivered;
import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotificationTest {
    private static final UserId ANA = new UserId("ana");
    private static final ReminderId REMINDER = ReminderId.of("01890000-0000-7000-8000-000000000001");
    private static final OccurrenceId OCCURRENCE = new OccurrenceId("2026-12-01T23:00");
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

    /** 23:00 in Karachi. */
    private static final Instant DUE = Instant.parse("2026-12-01T18:00:00Z");

    private static final Instant SEVEN_IN_KARACHI = Instant.parse("2026-12-02T02:00:00Z");
    private static final NotificationId ID = NotificationId.ofRing(REMINDER, OCCURRENCE, DUE);
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    private final AggregateTestFixture<Notification> notification = new AggregateTestFixture<>(Notification.class);

    @Test
    void a_ring_is_told_and_pushed_at_once() {
        at(DUE);
        notification
                .givenNoPriorActivity()
                .when(raise(null))
                .expectEvents(raised(DUE))
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_ring_that_is_told_again_is_one_notification() {
        at(DUE.plusSeconds(60));
        notification.given(raised(DUE)).when(raise(NIGHT)).expectNoEvents().expectResultMessagePayload(1L);
    }

    @Test
    void quiet_hours_postpone_the_push_to_their_end() {
        at(DUE);
        notification.givenNoPriorActivity().when(raise(NIGHT)).expectEvents(raised(SEVEN_IN_KARACHI));
    }

    @Test
    void quiet_hours_of_another_part_of_the_day_postpone_nothing() {
        at(DUE.plusSeconds(2));
        notification
                .givenNoPriorActivity()
                .when(raise(new QuietHours(LocalTime.of(13, 0), LocalTime.of(14, 0))))
                .expectEvents(raised(DUE));
    }

    @Test
    void quiet_hours_that_began_before_the_ring_could_be_told_count() {
        at(DUE.plusSeconds(7200));
        notification
                .givenNoPriorActivity()
                .when(raise(new QuietHours(LocalTime.of(0, 30), LocalTime.of(7, 0))))
                .expectEvents(raised(SEVEN_IN_KARACHI));
    }

    @Test
    void what_is_no_ring_is_told_once_and_outside_quiet_hours() {
        at(DUE);
        NoticeRaised awake = notice(DUE);
        notification.givenNoPriorActivity().when(tell(null)).expectEvents(awake).expectResultMessagePayload(1L);
        notification.givenNoPriorActivity().when(tell(NIGHT)).expectEvents(notice(SEVEN_IN_KARACHI));
        notification.given(awake).when(tell(NIGHT)).expectNoEvents().expectResultMessagePayload(1L);
        notification
                .given(awake)
                .when(new MarkNotificationRead(ID, ANA))
                .expectEvents(new NotificationRead(ID, ANA, null, null));
        notification
                .given(awake)
                .when(new RecordPushDelivered(ID, 1))
                .expectEvents(new PushDelivered(ID, ANA, null, null, 1));
    }

    private static RaiseNotice tell(@Nullable QuietHours quietHours) {
        return new RaiseNotice(
                ID, ANA, NotificationKind.TRIAL_ENDING, "a subject", null, "Your trial ends.", quietHours, KARACHI);
    }

    private static NoticeRaised notice(Instant pushAt) {
        return new NoticeRaised(
                ID, ANA, NotificationKind.TRIAL_ENDING, "a subject", null, "Your trial ends.", DUE, pushAt);
    }

    @Test
    void its_recipient_reads_it() {
        notification
                .given(raised(DUE))
                .when(new MarkNotificationRead(ID, ANA))
                .expectEvents(new NotificationRead(ID, ANA, REMINDER, OCCURRENCE))
                .expectResultMessagePayload(2L);
    }

    @Test
    void reading_again_changes_nothing() {
        notification
                .given(raised(DUE), new NotificationRead(ID, ANA, REMINDER, OCCURRENCE))
                .when(new MarkNotificationRead(ID, ANA))
                .expectNoEvents()
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_stranger_learns_nothing() {
        notification
                .given(raised(DUE))
                .when(new MarkNotificationRead(ID, new UserId("bob")))
                .expectNoEvents()
                .expectException(Refusal.class)
                .expectExceptionMessage("You have no notification with the id " + ID + ".");
    }

    @Test
    void a_push_that_was_taken_is_recorded() {
        notification
                .given(raised(DUE))
                .when(new RecordPushDelivered(ID, 2))
                .expectEvents(new PushDelivered(ID, ANA, REMINDER, OCCURRENCE, 2))
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_push_that_was_not_taken_is_recorded_with_its_cause() {
        notification
                .given(raised(DUE))
                .when(new RecordPushNotDelivered(ID, PushNotDelivered.Cause.NO_DEVICE))
                .expectEvents(new PushNotDelivered(ID, ANA, REMINDER, OCCURRENCE, PushNotDelivered.Cause.NO_DEVICE))
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_push_has_one_outcome() {
        notification
                .given(raised(DUE), new PushDelivered(ID, ANA, REMINDER, OCCURRENCE, 1))
                .when(new RecordPushNotDelivered(ID, PushNotDelivered.Cause.GIVEN_UP))
                .expectNoEvents()
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_push_that_was_given_up_stays_so() {
        notification
                .given(
                        raised(DUE),
                        new PushNotDelivered(ID, ANA, REMINDER, OCCURRENCE, PushNotDelivered.Cause.GIVEN_UP))
                .when(new RecordPushDelivered(ID, 1))
                .expectNoEvents();
    }

    @Test
    void reading_has_no_say_in_the_push() {
        notification
                .given(raised(DUE), new NotificationRead(ID, ANA, REMINDER, OCCURRENCE))
                .when(new RecordPushDelivered(ID, 1))
                .expectEvents(new PushDelivered(ID, ANA, REMINDER, OCCURRENCE, 1));
    }

    private void at(Instant now) {
        notification.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static RaiseNotification raise(@Nullable QuietHours quietHours) {
        return new RaiseNotification(
                ID, ANA, REMINDER, OCCURRENCE, "Call Bob", DUE, DUE, false, 0, quietHours, KARACHI);
    }

    private static NotificationRaised raised(Instant pushAt) {
        return new NotificationRaised(
                ID, ANA, NotificationKind.REMINDER_DUE, REMINDER, OCCURRENCE, "Call Bob", DUE, DUE, false, 0, pushAt);
    }
}
