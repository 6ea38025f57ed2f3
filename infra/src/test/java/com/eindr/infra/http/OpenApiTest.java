package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the API says everything. */
@EindrTest
class OpenApiTest {
    private final ApiClient.Session anybody;
    private final RequestMappingHandlerMapping mappings;

    @Autowired
    OpenApiTest(ApiClient api, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.anybody = api.anonymous();
        this.mappings = mappings;
    }

    @Test
    void every_endpoint_is_described_with_every_error() {
        JsonNode document = document();
        Set<String> gaps = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .forEach(path -> gaps(document, path, info, gaps)));

        assertThat(gaps).isEmpty();
        assertThat(document.path("paths").size()).isGreaterThan(20);
    }

    @Test
    void the_description_is_one_of_openapi_3_1_and_names_no_class_of_ours() {
        JsonNode document = document();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("components")
                        .path("securitySchemes")
                        .path("bearer")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
        assertThat(document.path("components").path("schemas").propertyNames())
                .contains("Problem", "Reminder", "Notification", "Profile", "Preferences", "Occurrence", "AgendaEntry")
                .noneMatch(
                        name -> name.contains("Patch") || name.contains("JsonNode") || name.matches("[A-Z][a-z]+View"));
    }

    @Test
    void strings_are_described_as_strings() {
        JsonNode reminder = document()
                .path("components")
                .path("schemas")
                .path("NewReminder")
                .path("properties");

        for (String field : Set.of("start", "timeZone", "nagEvery", "id", "title")) {
            assertThat(reminder.path(field).path("type").toString()).as(field).contains("string");
        }
        assertThat(document()
                        .path("components")
                        .path("schemas")
                        .path("ReminderEdit")
                        .path("properties")
                        .path("notes")
                        .path("type")
                        .toString())
                .contains("string");
    }

    @Test
    void a_page_to_try_it_is_there() {
        assertThat(anybody.get("/swagger-ui.html").status()).isIn(200, 302);
        assertThat(anybody.get("/swagger-ui/index.html").expect(200).body()).contains("swagger-ui");
    }

    private JsonNode document() {
        return anybody.get("/v3/api-docs").expect(200).json();
    }

    private static void gaps(JsonNode document, String path, RequestMappingInfo info, Set<String> gaps) {
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
            JsonNode operation =
                    document.path("paths").path(path).path(method.name().toLowerCase(java.util.Locale.ROOT));
            if (operation.path("responses").propertyNames().stream().noneMatch(code -> code.startsWith("2"))) {
                // springdoc leaves it out where another answer is described and no status is declared.
                gaps.add(method + " " + path + " does not describe its success");
            }
            for (String code : codes(path, method, operation)) {
                JsonNode content = operation.path("responses").path(code).path("content");
                if (content.path("application/problem+json").isMissingNode()) {
                    gaps.add(method + " " + path + " does not describe " + code);
                }
            }
        }
    }

    private static Set<String> codes(String path, RequestMethod method, JsonNode operation) {
        Set<String> codes = new TreeSet<>(Set.of("400", "401", "406", "429", "500", "503"));
        if (path.contains("{")) {
            codes.add("404");
        }
        if (!operation.path("requestBody").isMissingNode()) {
            codes.addAll(Set.of("413", "415"));
        }
        // Questions that need a body are no writes.
        boolean asks = method == RequestMethod.GET
                || path.endsWith("/preview")
                || path.endsWith("/matches")
                || path.endsWith("/interpretations")
                || path.endsWith("/transcriptions")
                || path.endsWith("/speech");
        if (!asks && !path.startsWith("/api/v1/admin")) {
            codes.addAll(Set.of("409", "412", "422"));
        }
        if (path.endsWith("/sync") || path.endsWith("/live")) {
            codes.add("410");
        }
        if (path.startsWith("/api/")) {
            codes.add("403");
        }
        return codes;
    }
}
