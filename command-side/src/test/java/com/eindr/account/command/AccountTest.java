package com.eindr.account.command;

import static org.hamcrest.Matchers.equalTo;

import com.eindr.account.AccountCommand.AnnounceTrialEnd;
import com.eindr.account.AccountCommand.ChangePlan;
import com.eindr.account.AccountCommand.EditPreferences;
import com.eindr.account.AccountCommand.EditProfile;
import com.eindr.account.AccountCommand.EndTrial;
import com.eindr.account.AccountCommand.RegisterDevice;
import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.account.AccountCommand.RemoveDevice;
import com.eindr.account.AccountCommand.TellTimeZone;
import com.eindr.account.AccountEvent.DeviceRegistered;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.AccountEvent.ProfileChanged;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.AccountEvent.TrialEndAnnounced;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.AccountRefusal;
import com.eindr.account.DeviceId;
import com.eindr.account.Plan;
import com.eindr.account.Platform;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.QuietHours;
import com.eindr.account.Whereabouts;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.Patch;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final UserRegistered REGISTERED = new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL);

    private static final TrialStarted TRIAL = new TrialStarted(ANA, NINE.plus(Duration.ofDays(7)));
    private static final UserId ROOT = new UserId("root");

    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @BeforeEach
    void at_nine() {
        account.registerInjectableResource(Clock.fixed(NINE, ZoneOffset.UTC));
    }

    @Test
    void the_first_contact_registers_a_person() {
        account.givenNoPriorActivity()
                .when(new RegisterUser(ANA))
                .expectEvents(REGISTERED, TRIAL)
                .expectResultMessagePayload(2L);
    }

    @Test
    void registering_again_changes_nothing() {
        account.given(REGISTERED, TRIAL)
                .when(new RegisterUser(ANA))
                .expectNoEvents()
                .expectResultMessagePayload(2L);
        account.given(REGISTERED, TRIAL, new PlanChanged(ANA, Plan.EXPIRED, "root"))
                .when(new RegisterUser(ANA))
                .expectNoEvents();
    }

    @Test
    void whoever_registered_before_there_were_plans_begins_their_trial_with_their_next_contact() {
        account.given(REGISTERED).when(new RegisterUser(ANA)).expectEvents(TRIAL);
    }

    @Test
    void the_end_of_a_trial_is_announced_once_and_only_while_it_runs() {
        AnnounceTrialEnd announce = new AnnounceTrialEnd(ANA, TRIAL.endsAt());
        account.given(REGISTERED, TRIAL).when(announce).expectEvents(new TrialEndAnnounced(ANA, TRIAL.endsAt()));
        account.given(REGISTERED, TRIAL, new TrialEndAnnounced(ANA, TRIAL.endsAt()))
                .when(announce)
                .expectNoEvents();
        account.given(REGISTERED, TRIAL, new PlanChanged(ANA, Plan.PRO, "root"))
                .when(announce)
                .expectNoEvents();
        account.given(REGISTERED, new TrialStarted(ANA, NINE))
                .when(new AnnounceTrialEnd(ANA, NINE))
                .expectNoEvents();
    }

    @Test
    void a_trial_ends_once_and_only_the_one_that_runs() {
        EndTrial end = new EndTrial(ANA, TRIAL.endsAt(), "saga:trial-end");
        PlanChanged expired = new PlanChanged(ANA, Plan.EXPIRED, "saga:trial-end");
        account.given(REGISTERED, TRIAL).when(end).expectEvents(expired);
        account.given(REGISTERED, TRIAL, expired).when(end).expectNoEvents();
        account.given(REGISTERED, TRIAL, new PlanChanged(ANA, Plan.PRO, "root"))
                .when(end)
                .expectNoEvents();
        account.given(REGISTERED, TRIAL, new TrialStarted(ANA, TRIAL.endsAt().plusSeconds(1)))
                .when(end)
                .expectNoEvents();
    }

    @Test
    void an_administrator_puts_a_person_on_a_plan_by_name() {
        account.given(REGISTERED, TRIAL)
                .when(new ChangePlan(ANA, Plan.PRO, ROOT))
                .expectEvents(new PlanChanged(ANA, Plan.PRO, "root"))
                .expectResultMessagePayload(3L);
    }

    @Test
    void the_plan_that_a_person_is_on_changes_nothing() {
        account.given(REGISTERED, TRIAL, new PlanChanged(ANA, Plan.PRO, "root"))
                .when(new ChangePlan(ANA, Plan.PRO, new UserId("other")))
                .expectNoEvents()
                .expectResultMessagePayload(3L);
        account.given(REGISTERED, TRIAL)
                .when(new ChangePlan(ANA, Plan.TRIAL, ROOT))
                .expectNoEvents();
    }

    @Test
    void a_trial_that_an_administrator_grants_lasts_as_long_as_the_first() {
        account.given(REGISTERED, TRIAL, new PlanChanged(ANA, Plan.EXPIRED, "saga:trial"))
                .when(new ChangePlan(ANA, Plan.TRIAL, ROOT))
                .expectEvents(new PlanChanged(ANA, Plan.TRIAL, "root"), TRIAL);
    }

    @Test
    void an_edit_changes_the_fields_it_mentions() {
        account.given(REGISTERED)
                .when(new EditProfile(ANA, Patch.of("Ana"), Patch.absent(), Patch.absent()))
                .expectEvents(new ProfileChanged(ANA, new Profile("Ana", "en", ZoneId.of("UTC"))))
                .expectResultMessagePayload(2L);
    }

    @Test
    void an_edit_clears_a_name_but_never_a_language_or_a_zone() {
        account.given(REGISTERED, new TimeZoneChanged(ANA, new Profile("Ana", "ur", KARACHI)))
                .when(new EditProfile(ANA, Patch.of(null), Patch.of(null), Patch.of(null)))
                .expectEvents(new ProfileChanged(ANA, new Profile(null, "ur", KARACHI)))
                .expectResultMessagePayload(3L);
    }

    @Test
    void a_new_zone_is_told_apart_because_reminders_follow_it() {
        account.given(REGISTERED)
                .when(new EditProfile(ANA, Patch.of("Ana"), Patch.of("ur"), Patch.of(KARACHI)))
                .expectEvents(new TimeZoneChanged(ANA, new Profile("Ana", "ur", KARACHI)));
    }

    @Test
    void an_edit_that_changes_nothing_records_nothing() {
        account.given(REGISTERED)
                .when(new EditProfile(ANA, Patch.absent(), Patch.of("en"), Patch.of(ZoneId.of("UTC"))))
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Test
    void preferences_change_field_by_field() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        account.given(REGISTERED)
                .when(preferences(Patch.of(night), Patch.of(true)))
                .expectEvents(new PreferencesChanged(
                        ANA, new Preferences(night, "default", null, false, false, false, true, true)))
                .expectResultMessagePayload(2L);
    }

    @Test
    void quiet_hours_can_be_lifted() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        account.given(
                        REGISTERED,
                        new PreferencesChanged(
                                ANA, new Preferences(night, "default", null, false, false, false, true, false)))
                .when(preferences(Patch.of(null), Patch.absent()))
                .expectEvents(new PreferencesChanged(ANA, Preferences.INITIAL));
    }

    @Test
    void preferences_that_are_so_already_record_nothing() {
        account.given(REGISTERED)
                .when(preferences(Patch.of(null), Patch.of(false)))
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_device_takes_pushes_once_registered() {
        account.given(REGISTERED)
                .when(new RegisterDevice(ANA, device(1), "token-1", Platform.ANDROID))
                .expectEvents(registered(1))
                .expectResultMessagePayload(2L);
    }

    @Test
    void registering_a_device_again_changes_nothing() {
        account.given(REGISTERED, registered(1))
                .when(new RegisterDevice(ANA, device(1), "token-1", Platform.ANDROID))
                .expectNoEvents()
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_device_can_correct_its_platform() {
        account.given(REGISTERED, registered(1))
                .when(new RegisterDevice(ANA, device(1), "token-1", Platform.IOS))
                .expectEvents(new DeviceRegistered(ANA, device(1), "token-1", Platform.IOS));
    }

    @Test
    void an_account_has_a_limited_number_of_devices() {
        refused(
                AccountRefusal.TOO_MANY_DEVICES,
                account.given(full()).when(new RegisterDevice(ANA, device(99), "token-99", Platform.WEB)));
    }

    @Test
    void a_full_account_still_knows_the_devices_it_has() {
        account.given(full())
                .when(new RegisterDevice(ANA, device(1), "token-1", Platform.IOS))
                .expectEvents(new DeviceRegistered(ANA, device(1), "token-1", Platform.IOS));
    }

    @Test
    void a_removed_device_makes_room() {
        List<Object> past = full();
        past.add(new DeviceRemoved(ANA, device(1), DeviceRemoved.Cause.ASKED));
        account.given(past)
                .when(new RegisterDevice(ANA, device(99), "token-99", Platform.ANDROID))
                .expectEvents(registered(99));
    }

    @Test
    void a_person_removes_a_device() {
        account.given(REGISTERED, registered(1))
                .when(new RemoveDevice(ANA, device(1), DeviceRemoved.Cause.ASKED))
                .expectEvents(new DeviceRemoved(ANA, device(1), DeviceRemoved.Cause.ASKED))
                .expectResultMessagePayload(3L);
    }

    @Test
    void a_person_who_removes_an_unknown_device_is_told() {
        refused(
                AccountRefusal.DEVICE_NOT_FOUND,
                account.given(REGISTERED).when(new RemoveDevice(ANA, device(1), DeviceRemoved.Cause.ASKED)));
    }

    @Test
    void a_dead_token_removes_its_device_once() {
        account.given(REGISTERED, registered(1), new DeviceRemoved(ANA, device(1), DeviceRemoved.Cause.DEAD_TOKEN))
                .when(new RemoveDevice(ANA, device(1), DeviceRemoved.Cause.DEAD_TOKEN))
                .expectNoEvents()
                .expectResultMessagePayload(3L);
    }

    @Test
    void an_account_tells_its_zone_and_records_nothing() {
        account.givenCurrentTime(NINE)
                .andGiven(REGISTERED, new TimeZoneChanged(ANA, new Profile(null, "en", KARACHI)))
                .when(new TellTimeZone(ANA))
                .expectNoEvents()
                .expectResultMessagePayload(new Whereabouts(KARACHI, ZoneId.of("UTC"), NINE));
    }

    private static void refused(AccountRefusal reason, ResultValidator<Account> result) {
        result.expectNoEvents()
                .expectException(new FeatureMatcher<Object, Object>(equalTo(reason), "reason", "reason") {
                    @Override
                    protected Object featureValueOf(Object thrown) {
                        return ((Refusal) thrown).reason();
                    }
                });
    }

    private static EditPreferences preferences(Patch<QuietHours> quietHours, Patch<Boolean> pushShowsTitle) {
        return new EditPreferences(
                ANA,
                quietHours,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                pushShowsTitle);
    }

    private static DeviceRegistered registered(int number) {
        return new DeviceRegistered(ANA, device(number), "token-" + number, Platform.ANDROID);
    }

    private static DeviceId device(int number) {
        return new DeviceId(DerivedUuid.of("device", "token-" + number));
    }

    private static List<Object> full() {
        List<Object> past = new ArrayList<>();
        past.add(REGISTERED);
        IntStream.rangeClosed(1, Account.MOST_DEVICES).forEach(number -> past.add(registered(number)));
        return past;
    }
}
