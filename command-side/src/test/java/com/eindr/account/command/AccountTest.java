package com.eindr.account.command;

import com.eindr.account.AccountCommand.EditPreferences;
import com.eindr.account.AccountCommand.EditProfile;
import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.account.AccountCommand.TellTimeZone;
import com.eindr.account.AccountEvent.AddressesVerified;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.AccountEvent.ProfileChanged;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Plan;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.QuietHours;
import com.eindr.account.Whereabouts;
import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import com.eindr.shared.VerifiedAddresses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final UserRegistered REGISTERED = new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL);

    private static final TrialStarted TRIAL = new TrialStarted(ANA, NINE.plus(Duration.ofDays(7)));

    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @BeforeEach
    void at_nine() {
        account.registerInjectableResource(Clock.fixed(NINE, ZoneOffset.UTC));
        account.registerInjectableResource(Entitled.to(Plan.TRIAL));
    }

    @Test
    void the_first_contact_registers_a_person() {
        account.givenNoPriorActivity()
                .when(new RegisterUser(ANA))
                .expectEvents(REGISTERED, TRIAL)
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_token_makes_known_which_addresses_are_verified() {
        VerifiedAddresses email = VerifiedAddresses.of("Ana@Example.org", null);
        VerifiedAddresses phone = VerifiedAddresses.of(null, "+491701234567");
        VerifiedAddresses both = VerifiedAddresses.of("ana@example.org", "+491701234567");
        account.givenNoPriorActivity()
                .when(new RegisterUser(ANA, email))
                .expectEvents(REGISTERED, TRIAL, new AddressesVerified(ANA, email));
        account.given(REGISTERED, TRIAL, new AddressesVerified(ANA, email))
                .when(new RegisterUser(ANA, phone))
                .expectEvents(new AddressesVerified(ANA, both));
        account.given(REGISTERED, TRIAL, new AddressesVerified(ANA, both))
                .when(new RegisterUser(ANA, email))
                .expectNoEvents();
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
    void an_account_tells_its_zone_and_records_nothing() {
        account.givenCurrentTime(NINE)
                .andGiven(REGISTERED, new TimeZoneChanged(ANA, new Profile(null, "en", KARACHI)))
                .when(new TellTimeZone(ANA))
                .expectNoEvents()
                .expectResultMessagePayload(new Whereabouts(KARACHI, ZoneId.of("UTC"), NINE));
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
}
