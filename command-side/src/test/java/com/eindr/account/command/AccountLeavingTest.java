package com.eindr.account.command;

import static org.hamcrest.Matchers.equalTo;

import com.eindr.account.AccountCommand.BeginErasure;
import com.eindr.account.AccountCommand.ConfirmErasure;
import com.eindr.account.AccountCommand.EditProfile;
import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.account.AccountCommand.RemoveDevice;
import com.eindr.account.AccountCommand.RequestErasure;
import com.eindr.account.AccountCommand.WithdrawErasure;
import com.eindr.account.AccountEvent.DeviceRegistered;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.AccountEvent.ErasureBegun;
import com.eindr.account.AccountEvent.ErasureRequested;
import com.eindr.account.AccountEvent.ErasureWithdrawn;
import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.account.AccountEvent.ProfileChanged;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.AccountRefusal;
import com.eindr.account.DeviceId;
import com.eindr.account.Plan;
import com.eindr.account.Platform;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.Patch;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaving for good, and thinking better of it. */
class AccountLeavingTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");
    private static final Instant THEN = NINE.plus(Duration.ofDays(7));
    private static final UserRegistered REGISTERED = new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL);
    private static final TrialStarted TRIAL = new TrialStarted(ANA, THEN);
    private static final ErasureRequested LEAVING = new ErasureRequested(ANA, NINE, THEN);
    private static final ErasureBegun BEGUN = new ErasureBegun(ANA, NINE);
    private static final PersonErased ERASED = new PersonErased(ANA, NINE, NINE);
    private static final EditProfile RENAME = new EditProfile(ANA, Patch.of("Ana"), Patch.absent(), Patch.absent());

    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @BeforeEach
    void at_nine() {
        account.registerInjectableResource(Clock.fixed(NINE, ZoneOffset.UTC));
        account.registerInjectableResource(Entitled.to(Plan.TRIAL));
        account.registerInjectableResource(ErasurePolicy.USUAL);
    }

    @Test
    void whoever_wants_to_leave_has_seven_days_to_think_better_of_it() {
        account.given(REGISTERED, TRIAL)
                .when(new RequestErasure(ANA))
                .expectEvents(LEAVING)
                .expectResultMessagePayload(3L);
        account.given(REGISTERED, TRIAL, LEAVING)
                .when(new RequestErasure(ANA))
                .expectNoEvents()
                .expectResultMessagePayload(3L);
        account.given(REGISTERED, TRIAL, LEAVING)
                .when(new WithdrawErasure(ANA))
                .expectEvents(new ErasureWithdrawn(ANA))
                .expectResultMessagePayload(4L);
        account.given(REGISTERED, TRIAL, LEAVING, new ErasureWithdrawn(ANA))
                .when(new RequestErasure(ANA))
                .expectEvents(LEAVING);
    }

    @Test
    void there_is_nothing_to_return_from_for_those_who_stay() {
        refused(AccountRefusal.NOT_LEAVING, account.given(REGISTERED, TRIAL).when(new WithdrawErasure(ANA)));
        refused(
                AccountRefusal.NOT_LEAVING,
                account.given(REGISTERED, TRIAL, LEAVING, new ErasureWithdrawn(ANA))
                        .when(new WithdrawErasure(ANA)));
    }

    @Test
    void in_the_days_of_grace_everything_goes_on() {
        account.given(REGISTERED, TRIAL, LEAVING)
                .when(RENAME)
                .expectEvents(new ProfileChanged(ANA, new Profile("Ana", "en", Profile.INITIAL.timeZone())));
    }

    @Test
    void the_erasure_begins_once() {
        account.given(REGISTERED, TRIAL, LEAVING)
                .when(new BeginErasure(ANA, THEN))
                .expectEvents(BEGUN)
                .expectResultMessagePayload(true);
        account.given(REGISTERED, TRIAL, LEAVING, BEGUN)
                .when(new BeginErasure(ANA, THEN))
                .expectNoEvents()
                .expectResultMessagePayload(true);
    }

    @Test
    void it_does_not_begin_for_those_who_have_stayed_or_asked_anew() {
        account.given(REGISTERED, TRIAL, LEAVING)
                .when(new BeginErasure(ANA, THEN.minusSeconds(1)))
                .expectNoEvents()
                .expectResultMessagePayload(false);
        account.given(REGISTERED, TRIAL, LEAVING, new ErasureWithdrawn(ANA))
                .when(new BeginErasure(ANA, THEN))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void once_it_has_begun_there_is_no_return_and_nothing_else() {
        for (Object command :
                List.of(new WithdrawErasure(ANA), new RequestErasure(ANA), new RegisterUser(ANA), RENAME)) {
            refused(
                    AccountRefusal.ACCOUNT_ERASED,
                    account.given(REGISTERED, TRIAL, LEAVING, BEGUN).when(command));
            refused(
                    AccountRefusal.ACCOUNT_ERASED,
                    account.given(REGISTERED, TRIAL, LEAVING, BEGUN, ERASED).when(command));
        }
    }

    @Test
    void devices_are_removed_until_the_certificate_is_given() {
        DeviceId phone = new DeviceId(DerivedUuid.of("device", "token"));
        DeviceRegistered registered = new DeviceRegistered(ANA, phone, "token", Platform.ANDROID);
        RemoveDevice remove = new RemoveDevice(ANA, phone, DeviceRemoved.Cause.ASKED);
        account.given(REGISTERED, TRIAL, registered, LEAVING, BEGUN)
                .when(remove)
                .expectEvents(new DeviceRemoved(ANA, phone, DeviceRemoved.Cause.ASKED));
        refused(
                AccountRefusal.ACCOUNT_ERASED,
                account.given(REGISTERED, TRIAL, registered, LEAVING, BEGUN, ERASED)
                        .when(remove));
    }

    @Test
    void the_certificate_is_given_once_and_for_what_has_begun() {
        account.given(REGISTERED, TRIAL, LEAVING, BEGUN)
                .when(new ConfirmErasure(ANA))
                .expectEvents(ERASED);
        account.given(REGISTERED, TRIAL, LEAVING, BEGUN, ERASED)
                .when(new ConfirmErasure(ANA))
                .expectNoEvents();
        account.given(REGISTERED, TRIAL, LEAVING).when(new ConfirmErasure(ANA)).expectNoEvents();
        account.given(REGISTERED, TRIAL).when(new ConfirmErasure(ANA)).expectNoEvents();
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
}
