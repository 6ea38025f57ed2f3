package com.eindr.infra.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who a person is, how they want Eindr to behave, and by which addresses they are known. */
@EindrTest
class ProfilesTest {
    private final ApiClient api;
    private final JdbcClient database;

    @Autowired
    ProfilesTest(ApiClient api, JdbcClient database) {
        this.api = api;
        this.database = database;
    }

    @Test
    void nothing_is_shown_to_anybody_unasked_and_friends_may_ask() {
        JsonNode initial = api.as("ana").get("me/preferences").expect(200).json();

        assertThat(initial.path("discoverable").asBoolean()).isFalse();
        assertThat(initial.path("allowFriendRequests").asBoolean()).isTrue();
        assertThat(initial.path("chatHistoryEnabled").asBoolean()).isFalse();
        assertThat(initial.path("habitSuggestionsEnabled").asBoolean()).isFalse();
        assertThat(initial.path("quietHours").isNull()).isTrue();
    }

    @Test
    void every_preference_can_be_changed_and_is_read_at_once() {
        ApiClient.Session bea = api.as("bea");
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "quietHours", Map.of("from", "22:30", "to", "07:00"),
                "notificationSound", "bell",
                "ttsLanguage", "ur-PK",
                "chatHistoryEnabled", true,
                "habitSuggestionsEnabled", true,
                "discoverable", true,
                "allowFriendRequests", false,
                "pushShowsTitle", true));
        bea.get("me/preferences").expect(200);

        Answer changed = bea.patch("me/preferences", wanted).expect(200);
        assertThat(preferences(bea, changed)).isEqualTo(changed(wanted));

        wanted.put("quietHours", null);
        Answer again = bea.patch("me/preferences", "{\"quietHours\":null}").expect(200);
        assertThat(preferences(bea, again)).isEqualTo(changed(wanted));
    }

    @Test
    void languages_and_zones_are_checked_by_field() {
        ApiClient.Session cem = api.as("cem");
        for (String body : List.of("{\"language\":\"not a language\"}", "{\"language\":null}")) {
            assertThat(field(cem.patch("me", body))).isEqualTo("language");
        }
        assertThat(field(cem.patch("me", "{\"timeZone\":\"Mars/Olympus\"}"))).isEqualTo("timeZone");
        assertThat(field(cem.patch("me/preferences", "{\"ttsLanguage\":\"en_\"}")))
                .isEqualTo("ttsLanguage");
        assertThat(field(cem.patch("me/preferences", "{\"discoverable\":null}")))
                .isEqualTo("discoverable");
        assertThat(cem.get("me").json().path("language").asString()).isEqualTo("en");
    }

    @Test
    void a_profile_is_read_from_redis_and_right_at_once_after_a_change() {
        ApiClient.Session dia = api.as("dia");
        Answer first = dia.patch("me", "{\"displayName\":\"Dia\"}").expect(200);
        assertThat(name(dia, first)).isEqualTo("Dia");

        for (int i = 0; i < 20; i++) {
            Answer renamed = dia.patch("me", Map.of("displayName", "Dia " + i)).expect(200);
            assertThat(name(dia, renamed)).isEqualTo("Dia " + i);
            assertThat(dia.get("me").json().path("displayName").asString()).isEqualTo("Dia " + i);
        }
    }

    @Test
    void addresses_that_a_token_says_are_verified_become_known_once() {
        ApiClient.Session eva = api.reachableAt("eva", "Eva@Example.org", "");
        for (int i = 0; i < 3; i++) {
            eva.get("me").expect(200);
            api.as("eva").get("me").expect(200);
        }
        api.reachableAt("eva", "", "+491701234567").get("me").expect(200);
        api.reachableAt("eva", "eva@example.org", "+491701234567").get("me").expect(200);

        assertThat(addresses("eva"))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"email\":{\"of\":\"eva\"", "\"phone\":{\"of\":\"eva\"")
                .doesNotContain("example", "49170");
    }

    @Test
    void an_address_that_is_not_verified_or_none_at_all_stays_unknown() {
        String token = api.anonymous()
                .post(
                        "/dev/tokens",
                        Map.of("userId", "fay", "email", "fay@example.org", "emailVerified", false, "phone", "0170"))
                .expect(200)
                .json()
                .path("token")
                .asString();

        api.authorizedBy("Bearer " + token).get("me").expect(200);

        assertThat(addresses("fay")).isEmpty();
    }

    private List<String> addresses(String user) {
        return database.sql("SELECT payload FROM domain_event_entry WHERE aggregate_identifier = ?"
                        + " AND payload_type LIKE '%AddressesVerified' ORDER BY global_index")
                .param(user)
                .query((row, index) -> new String(row.getBytes(1), UTF_8))
                .list();
    }

    private static JsonNode preferences(ApiClient.Session session, Answer after) {
        return session.get("me/preferences", "Consistent-With", String.valueOf(after.header("Consistency-Token")))
                .expect(200)
                .json();
    }

    private static String name(ApiClient.Session session, Answer after) {
        return session.get("me", "Consistent-With", String.valueOf(after.header("Consistency-Token")))
                .expect(200)
                .json()
                .path("displayName")
                .asString();
    }

    private static JsonNode changed(Map<String, Object> wanted) {
        return new tools.jackson.databind.json.JsonMapper().valueToTree(wanted);
    }

    private static String field(Answer refused) {
        return refused.expect(400).json().path("errors").path(0).path("field").asString();
    }
}
