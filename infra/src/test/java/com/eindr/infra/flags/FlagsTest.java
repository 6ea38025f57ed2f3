package com.eindr.infra.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Flags as administrators set them and the app sees them. */
@EindrTest
@TestPropertySource(properties = {"eindr.flags.new-search=false", "eindr.flags.dark-mode=true"})
class FlagsTest {
    private final ApiClient.Session ana;
    private final ApiClient.Session admin;

    @Autowired
    FlagsTest(ApiClient api) {
        this.ana = api.as("ana");
        this.admin = api.as("root", Role.ADMIN);
    }

    @Test
    void an_administrator_switches_a_beta_feature_on_for_one_person() {
        ana.get("me").expect(200);
        assertThat(flags().path("new-search").asBoolean(true)).isFalse();
        assertThat(flags().path("dark-mode").asBoolean(false)).isTrue();

        Answer on =
                admin.put("admin/users/ana/flags/new-search", "{\"on\":true}").expect(200);
        Answer again =
                admin.put("admin/users/ana/flags/new-search", "{\"on\":true}").expect(200);
        admin.put("admin/users/ana/flags/beta", "{\"on\":true}").expect(200);

        assertThat(again.json()).isEqualTo(on.json());
        assertThat(flags().path("new-search").asBoolean(false)).isTrue();
        assertThat(flags().path("beta").asBoolean(false)).isTrue();

        admin.delete("admin/users/ana/flags/new-search").expect(200);
        admin.delete("admin/users/ana/flags/beta").expect(200);
        assertThat(flags().path("new-search").asBoolean(true)).isFalse();
        assertThat(flags().has("beta")).isFalse();
    }

    @Test
    void only_administrators_set_flags_of_users_that_exist_by_names_that_can_be() {
        ana.put("admin/users/ana/flags/beta", "{\"on\":true}").expect(403);
        ana.delete("admin/users/ana/flags/beta").expect(403);
        admin.put("admin/users/nobody-here/flags/beta", "{\"on\":true}").expect(404);
        admin.delete("admin/users/nobody-here/flags/beta").expect(404);
        admin.put("admin/users/ana/flags/Not_A_Flag", "{\"on\":true}").expect(400);
        admin.put("admin/users/ana/flags/beta", "{}").expect(400);
    }

    private JsonNode flags() {
        return ana.get("me/entitlements").expect(200).json().path("flags");
    }
}
