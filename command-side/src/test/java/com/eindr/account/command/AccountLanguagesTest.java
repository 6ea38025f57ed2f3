package com.eindr.account.command;

import com.eindr.account.AccountCommand.EditPreferences;
import com.eindr.account.AccountCommand.EditProfile;
import com.eindr.account.AccountCommand.SpeakLanguage;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.AccountEvent.ProfileChanged;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Entitlements;
import com.eindr.account.Plan;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.shared.Patch;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In how many languages a person may be understood and answered in a month. */
class AccountLanguagesTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");

    @Test
    void starter_includes_two_languages_of_which_one_is_that_which_is_left() {
        Entitlements starter = Entitled.to(Plan.STARTER);
        speak(starter, "en", "ur").expectEvents(profile("ur"));
        speak(starter, "ur", "en").expectEvents(profile("en"));
        speak(starter, "ur", "de").expectException(Refusal.class).expectNoEvents();
        say(starter, "ur", null, "de").expectException(Refusal.class).expectNoEvents();
    }

    @Test
    void regions_and_scripts_are_no_other_language() {
        Entitlements expired = Entitled.to(Plan.EXPIRED);
        speak(expired, "en", "en-GB").expectEvents(profile("en-GB"));
        speak(expired, "sr", "sr-Latn-RS").expectEvents(profile("sr-Latn-RS"));
    }

    @Test
    void an_expired_plan_stays_with_its_language() {
        Entitlements expired = Entitled.to(Plan.EXPIRED);
        speak(expired, "en", "ur").expectException(Refusal.class).expectNoEvents();
        say(expired, "en", null, "ur").expectException(Refusal.class).expectNoEvents();
        say(expired, "en", "ur", null).expectEvents(preferences(null));
    }

    @Test
    void the_spoken_language_counts_unless_it_is_that_of_the_profile() {
        Entitlements starter = Entitled.to(Plan.STARTER);
        say(starter, "en", null, "en-US").expectEvents(preferences("en-US"));
        say(starter, "en", "en-US", "ur-PK").expectEvents(preferences("ur-PK"));
        say(starter, "en", "ur-PK", "de").expectException(Refusal.class).expectNoEvents();
        speak(starter, "en", "de").expectException(Refusal.class).expectNoEvents();
    }

    @Test
    void pro_includes_ten_and_elite_all() {
        Entitlements pro = Entitled.to(Plan.PRO);
        Entitlements elite = Entitled.to(Plan.ELITE);
        for (String language : new String[] {"ar", "de", "es", "fr", "hi", "it", "pt", "tr", "ur"}) {
            speak(pro, "en", language).expectEvents(profile(language));
            speak(elite, "en", language).expectEvents(profile(language));
        }
        speak(pro, "en", "zh").expectException(Refusal.class).expectNoEvents();
        speak(elite, "en", "zh").expectEvents(profile("zh"));
    }

    @Test
    void what_is_said_in_another_language_counts_and_records_nothing_else() {
        utter(Entitled.to(Plan.STARTER), "en", "en")
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        utter(Entitled.to(Plan.EXPIRED), "en-GB", "en")
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        utter(Entitled.to(Plan.EXPIRED), "en", "de")
                .expectException(Refusal.class)
                .expectNoEvents();
        Entitlements starter = Entitled.to(Plan.STARTER);
        utter(starter, "en", "de").expectSuccessfulHandlerExecution().expectNoEvents();
        utter(starter, "en", "de").expectSuccessfulHandlerExecution().expectNoEvents();
        utter(starter, "en", "fr").expectException(Refusal.class).expectNoEvents();
    }

    private static ResultValidator<Account> utter(Entitlements entitlements, String profile, String said) {
        return account(entitlements)
                .given(new UserRegistered(ANA, profileIn(profile), Preferences.INITIAL))
                .when(new SpeakLanguage(ANA, said));
    }

    private static ResultValidator<Account> speak(Entitlements entitlements, String before, String after) {
        return account(entitlements)
                .given(new UserRegistered(ANA, profileIn(before), Preferences.INITIAL))
                .when(new EditProfile(ANA, Patch.absent(), Patch.of(after), Patch.absent()));
    }

    private static ResultValidator<Account> say(
            Entitlements entitlements, String language, @Nullable String before, @Nullable String after) {
        return account(entitlements)
                .given(new UserRegistered(ANA, profileIn(language), spokenIn(before)))
                .when(new EditPreferences(
                        ANA,
                        Patch.absent(),
                        Patch.absent(),
                        Patch.of(after),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent(),
                        Patch.absent()));
    }

    private static AggregateTestFixture<Account> account(Entitlements entitlements) {
        AggregateTestFixture<Account> fixture = new AggregateTestFixture<>(Account.class);
        fixture.registerInjectableResource(Clock.fixed(NINE, ZoneOffset.UTC));
        fixture.registerInjectableResource(entitlements);
        return fixture;
    }

    private static ProfileChanged profile(String language) {
        return new ProfileChanged(ANA, profileIn(language));
    }

    private static Profile profileIn(String language) {
        return new Profile(null, language, ZoneOffset.UTC);
    }

    private static PreferencesChanged preferences(@Nullable String ttsLanguage) {
        return new PreferencesChanged(ANA, spokenIn(ttsLanguage));
    }

    private static Preferences spokenIn(@Nullable String ttsLanguage) {
        return new Preferences(null, "default", ttsLanguage, false, false, false, true, false);
    }
}
