package com.eindr.infra.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.account.FlagName;
import com.eindr.shared.UserId;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Reason;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnFlagsTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final FlagName SEARCH = new FlagName("new-search");

    private final FlagProperties environment =
            new FlagProperties(Map.of("NEW.SEARCH", false, "dark_mode", true, "old-inbox", false));
    private final PersonalFlags personal = user -> user.equals(ANA)
            ? Map.of(SEARCH, true, new FlagName("dark-mode"), false, new FlagName("beta"), true)
            : Map.of();
    private final OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
    private final Client client = api.getClient();

    @BeforeEach
    void plug_in() {
        api.setProviderAndWait(new OwnFlags(environment.byName(), personal));
    }

    @AfterEach
    void unplug() {
        api.shutdown();
    }

    @Test
    void what_is_set_for_a_person_counts_more_than_the_environment() {
        assertThat(details("new-search", ANA).getValue()).isTrue();
        assertThat(details("new-search", ANA).getReason()).isEqualTo(Reason.TARGETING_MATCH.name());
        assertThat(details("dark-mode", ANA).getValue()).isFalse();
        assertThat(details("new-search", BEN).getValue()).isFalse();
        assertThat(details("new-search", BEN).getReason()).isEqualTo(Reason.STATIC.name());
        assertThat(details("dark-mode", BEN).getVariant()).isEqualTo("on");
        assertThat(client.getBooleanValue("dark-mode", false)).isTrue();
    }

    @Test
    void a_flag_that_nobody_knows_is_what_the_caller_says() {
        assertThat(details("beta", BEN).getErrorCode()).isEqualTo(ErrorCode.FLAG_NOT_FOUND);
        assertThat(details("no flag at all", BEN).getErrorCode()).isEqualTo(ErrorCode.FLAG_NOT_FOUND);
        assertThat(client.getBooleanValue("beta", true, new ImmutableContext("ben")))
                .isTrue();
        assertThat(client.getStringDetails("new-search", "none").getErrorCode()).isEqualTo(ErrorCode.TYPE_MISMATCH);
    }

    @Test
    void the_app_is_told_of_the_flags_of_the_environment_and_the_person() {
        OpenFeatureFlags flags =
                new OpenFeatureFlags(client, environment.byName().keySet(), personal);

        assertThat(flags.of(ANA))
                .containsExactly(
                        Map.entry(new FlagName("beta"), true),
                        Map.entry(new FlagName("dark-mode"), false),
                        Map.entry(SEARCH, true),
                        Map.entry(new FlagName("old-inbox"), false));
        assertThat(flags.of(BEN)).hasSize(3);
        assertThat(flags.isOn(BEN, new FlagName("beta"))).isFalse();
    }

    @Test
    void a_name_is_lower_case_words() {
        for (String name : new String[] {"", "-a", "a-", "a--b", "A", "a b", "ä", "x".repeat(65)}) {
            assertThatThrownBy(() -> new FlagName(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private FlagEvaluationDetails<Boolean> details(String flag, UserId user) {
        return client.getBooleanDetails(flag, false, new ImmutableContext(user.value()));
    }
}
