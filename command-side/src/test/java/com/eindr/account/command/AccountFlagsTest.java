package com.eindr.account.command;

import com.eindr.account.AccountCommand.ClearFlag;
import com.eindr.account.AccountCommand.SetFlag;
import com.eindr.account.AccountEvent.FlagCleared;
import com.eindr.account.AccountEvent.FlagSet;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.FlagName;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class AccountFlagsTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId ROOT = new UserId("root");
    private static final FlagName SEARCH = new FlagName("new-search");
    private static final UserRegistered REGISTERED = new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL);
    private static final FlagSet ON = new FlagSet(ANA, SEARCH, true, "root");

    private final AggregateTestFixture<Account> account = new AggregateTestFixture<>(Account.class);

    @Test
    void an_administrator_switches_a_feature_on_and_off_by_name() {
        account.given(REGISTERED)
                .when(new SetFlag(ANA, SEARCH, true, ROOT))
                .expectEvents(ON)
                .expectResultMessagePayload(2L);
        account.given(REGISTERED, ON)
                .when(new SetFlag(ANA, SEARCH, false, ROOT))
                .expectEvents(new FlagSet(ANA, SEARCH, false, "root"));
        account.given(REGISTERED, ON)
                .when(new ClearFlag(ANA, SEARCH, ROOT))
                .expectEvents(new FlagCleared(ANA, SEARCH, "root"));
    }

    @Test
    void what_is_so_already_changes_nothing() {
        account.given(REGISTERED, ON)
                .when(new SetFlag(ANA, SEARCH, true, new UserId("other")))
                .expectNoEvents()
                .expectResultMessagePayload(2L);
        account.given(REGISTERED).when(new ClearFlag(ANA, SEARCH, ROOT)).expectNoEvents();
    }

    @Test
    void an_account_has_a_limited_number_of_flags_and_can_change_those_it_has() {
        List<Object> full = new ArrayList<>(List.of(REGISTERED));
        IntStream.range(0, Flags.MOST)
                .forEach(i -> full.add(new FlagSet(ANA, new FlagName("flag-" + i), true, "root")));
        account.given(full)
                .when(new SetFlag(ANA, SEARCH, true, ROOT))
                .expectNoEvents()
                .expectException(Refusal.class);
        account.given(full)
                .when(new SetFlag(ANA, new FlagName("flag-1"), false, ROOT))
                .expectEvents(new FlagSet(ANA, new FlagName("flag-1"), false, "root"));
    }
}
