package com.eindr.account.command;

import static org.hamcrest.Matchers.equalTo;

import com.eindr.account.AccountCommand.DropDevice;
import com.eindr.account.AccountCommand.RegisterDevice;
import com.eindr.account.AccountCommand.RemoveDevice;
import com.eindr.account.AccountEvent.DeviceRegistered;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.AccountEvent.DeviceSeen;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.AccountRefusal;
import com.eindr.account.DeviceId;
import com.eindr.account.Platform;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountDevicesTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");
    private static final UserRegistered REGISTERED = new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL);

    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @BeforeEach
    void at_nine() {
        account.registerInjectableResource(Clock.fixed(NINE, ZoneOffset.UTC));
    }

    @Test
    void a_device_takes_pushes_once_registered() {
        account.given(REGISTERED)
                .when(new RegisterDevice(ANA, device(1), "token-1", Platform.ANDROID))
                .expectEvents(registered(1), seen(1))
                .expectResultMessagePayload(3L);
    }

    @Test
    void registering_a_device_again_changes_nothing() {
        account.given(REGISTERED, registered(1), seen(1))
                .when(new RegisterDevice(ANA, device(1), "token-1", Platform.ANDROID))
                .expectNoEvents()
                .expectResultMessagePayload(3L);
    }

    @Test
    void a_device_can_correct_its_platform() {
        account.given(REGISTERED, registered(1))
                .when(new RegisterDevice(ANA, device(1), "token-1", Platform.IOS))
                .expectEvents(new DeviceRegistered(ANA, device(1), "token-1", Platform.IOS), seen(1));
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
                .expectEvents(new DeviceRegistered(ANA, device(1), "token-1", Platform.IOS), seen(1));
    }

    @Test
    void a_removed_device_makes_room() {
        List<Object> past = full();
        past.add(new DeviceRemoved(ANA, device(1), DeviceRemoved.Cause.ASKED));
        account.given(past)
                .when(new RegisterDevice(ANA, device(99), "token-99", Platform.ANDROID))
                .expectEvents(registered(99), seen(99));
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
    void a_device_that_shows_itself_is_seen_once_a_day() {
        DeviceSeen almostADayAgo =
                new DeviceSeen(ANA, device(1), NINE.minus(Devices.SIGHTS_APART).plusMillis(1));
        DeviceSeen aDayAgo = new DeviceSeen(ANA, device(1), NINE.minus(Devices.SIGHTS_APART));
        RegisterDevice again = new RegisterDevice(ANA, device(1), "token-1", Platform.ANDROID);
        account.given(REGISTERED, registered(1), almostADayAgo).when(again).expectNoEvents();
        account.given(REGISTERED, registered(1), aDayAgo).when(again).expectEvents(seen(1));
    }

    @Test
    void a_device_that_is_somebody_elses_now_is_dropped_unless_it_has_come_back() {
        DropDevice drop = new DropDevice(ANA, device(1), DeviceRemoved.Cause.TAKEN_OVER, NINE);
        account.given(REGISTERED, registered(1), seen(1))
                .when(drop)
                .expectEvents(new DeviceRemoved(ANA, device(1), DeviceRemoved.Cause.TAKEN_OVER));
        account.given(REGISTERED, registered(1), new DeviceSeen(ANA, device(1), NINE.plusMillis(1)))
                .when(drop)
                .expectNoEvents();
        account.given(REGISTERED).when(drop).expectNoEvents();
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

    private static DeviceRegistered registered(int number) {
        return new DeviceRegistered(ANA, device(number), "token-" + number, Platform.ANDROID);
    }

    private static DeviceSeen seen(int number) {
        return new DeviceSeen(ANA, device(number), NINE);
    }

    private static DeviceId device(int number) {
        return new DeviceId(DerivedUuid.of("device", "token-" + number));
    }

    private static List<Object> full() {
        List<Object> past = new ArrayList<>();
        past.add(REGISTERED);
        IntStream.rangeClosed(1, Devices.MOST).forEach(number -> past.add(registered(number)));
        return past;
    }
}
