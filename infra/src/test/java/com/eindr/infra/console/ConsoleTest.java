package com.eindr.infra.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.shared.web.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@EindrTest
@TestPropertySource(properties = "logging.level.org.openqa.selenium=error")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int NOTES = 53;
    private static final List<String> SECTIONS = List.of("Log", "Streams", "Proof", "Projections");

    private final ApiClient api;
    private final TestDatabase database;
    private final Console console;
    private final Chromium browser;
    private String note = "";

    @Autowired
    ConsoleTest(ApiClient api, TestDatabase database) {
        this.api = api;
        this.database = database;
        this.browser = new Chromium();
        this.console = new Console(browser, api);
    }

    @BeforeAll
    void something_has_happened() {
        ApiClient.Session ana = api.as("ana");
        for (int i = 1; i <= NOTES; i++) {
            note = ana.post("notes", Map.of("content", "Draft of note " + i))
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
        }
        for (String content : List.of("The key is under the mat", "The key is with Ben")) {
            ana.patch("notes/" + note, Map.of("content", content)).expect(200);
        }
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> api.as("rita", Role.AUDITOR)
                                .get("audit/events?type=NoteWritten&limit=100&purpose=test")
                                .expect(200)
                                .json()
                                .path("items")
                                .size()
                        == NOTES);
    }

    @AfterEach
    void the_browser_has_nothing_to_complain_about() {
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void the_page_is_for_everybody_and_lets_nothing_in_from_elsewhere() {
        assertThat(api.anonymous().get("/console").expect(302).header("Location"))
                .endsWith("/console/");
        for (String file : List.of("", "console.css", "icon.svg", "js/app.js")) {
            assertThat(api.anonymous().get("/console/" + file).expect(200).header("Content-Security-Policy"))
                    .contains(
                            "default-src 'none'",
                            "script-src 'self';",
                            "frame-ancestors 'none'",
                            "trusted-types 'none'")
                    .doesNotContain("unsafe");
        }
        assertThat(api.anonymous().get("/console/").body())
                .doesNotContain("http:", "https:", "style=", "onclick")
                .containsOnlyOnce("<script");
        api.anonymous().get("/console/js/nothing.js").expect(404);
    }

    @Test
    void an_auditor_searches_the_log_and_pages_through_it() {
        console.signIn("auditor");
        assertThat(browser.find(".caller").getText()).contains("rita", "auditor", "Purpose: " + Console.PURPOSE);
        browser.find(".filter summary").click();
        browser.type("[name=type]", "NoteWritten");
        browser.type("[name=actor]", "ana");
        browser.find(".filter button", "Search").click();
        console.awaitSearch("NoteWritten");
        browser.awaitText(".pages", "50 events");
        assertThat(console.texts(".events summary b")).hasSize(50).containsOnly("NoteWritten");

        browser.find(".pages button", "Next").click();
        browser.awaitText(".pages", "3 events");
        browser.find(".pages button", "Previous").click();
        browser.awaitText(".pages", "50 events");

        browser.find(".events summary").click();
        assertThat(browser.find(".inside").getText())
                .contains("sealed, under the key of ana", "correlationId")
                .doesNotContain("Draft of note");
        browser.find(".inside a", "All of this request").click();
        console.awaitSearch("correlationId");
        // With the first note its writer became known, so there is more than the note.
        assertThat(console.texts(".events summary b")).contains("NoteWritten").hasSizeBetween(2, 10);
    }

    @Test
    void what_the_server_has_against_a_question_is_shown_in_its_words() {
        console.signIn("auditor");
        browser.go("#/log?type=Nonsense", "Log");
        browser.awaitText(".problem", "type: ");
        assertThat(browser.find(".problem").getText()).contains("Status 400", "Try again");
        browser.go("#/streams/nobody", "Stream");
        browser.awaitText(".problem", "There is no such stream");
        browser.go("#/log?type=NoteWritten&actor=nobody", "Log");
        browser.awaitText(".nothing", "No event is like that");
        // The browser says so, too, of answers that are no success.
        assertThat(browser.complaints()).isNotEmpty().allMatch(said -> said.contains("Failed to load resource"));
    }

    @Test
    void the_slider_goes_through_the_life_of_a_note_by_keyboard() {
        console.signIn("auditor");
        browser.go("#/streams", "Streams");
        browser.type("[name=id]", note);
        browser.press(Keys.ENTER);
        browser.awaitText(".state", "Version 3");
        browser.awaitText(".state .changed", "The key is with Ben");
        assertThat(console.texts(".timeline b")).hasSize(3).startsWith("NoteWritten");

        browser.run("document.querySelector('.slider').focus()");
        browser.press(Keys.ARROW_LEFT);
        browser.awaitText(".state h2", "Version 2");
        assertThat(browser.find(".state .changed del").getText()).isEqualTo("Draft of note " + NOTES);
        assertThat(browser.find(".state .changed ins").getText()).isEqualTo("The key is under the mat");
        assertThat(browser.find(".slider").getDomAttribute("aria-valuetext")).startsWith("Version 2 of 3: Note");
        assertThat(browser.find(".entry[aria-current=true]").getText()).startsWith("2");

        browser.find(".slider-head label", "Evenly through time").click();
        browser.run("document.querySelector('.slider').focus()");
        browser.press(Keys.HOME);
        browser.awaitText(".state h2", "Version 1");
        browser.awaitText(".state .new", "Draft of note " + NOTES);
        browser.find(".entry:not([aria-current=true])").click();
        browser.awaitText(".state h2", "Version 2");
    }

    @Test
    void a_replay_that_runs_is_watched_and_one_that_was_left_behind_is_named() throws SQLException {
        try (Connection elsewhere = database.connect();
                Statement node = elsewhere.createStatement()) {
            // As another node has it that replays: its claim, and how far it has come.
            node.execute("SELECT pg_advisory_lock(x'5245504C'::int, hashtext('notes'))");
            node.execute("INSERT INTO projection_replay VALUES"
                    + " ('notes', 'RUNNING', 1000, 10000, NULL, now() - interval '100 s', now())");
            console.signIn("admin");
            browser.go("#/projections", "Projections");
            browser.awaitTrue("document.querySelector('[aria-label=\"Replay of notes\"]')?.value === 1000");
            browser.awaitText(".replay", "1,000 of 10,000 events, 10 a second, 15 min 0 s left");
            assertThat(browser.find("[aria-label='Replay notes']").isEnabled()).isFalse();
            node.execute("UPDATE projection_replay SET processed = 9000");
            browser.awaitText(".replay", "9,000 of 10,000 events, 90 a second, 12 s left");
        }
        browser.awaitText(".replay", "The node that replayed has stopped; the old tables stayed.");
        try (Connection elsewhere = database.connect();
                Statement after = elsewhere.createStatement()) {
            after.execute("DELETE FROM projection_replay");
        }
    }

    @Test
    void an_administrator_replays_a_projection_once_they_have_confirmed_it() {
        console.signIn("admin");
        browser.go("#/projections", "Projections");
        browser.find("[aria-label='Replay ledger']").click();
        browser.find("dialog button", "Cancel").click();
        browser.awaitTrue("document.querySelector('dialog') === null");
        browser.find("[aria-label='Replay ledger']").click();
        assertThat(browser.find("dialog").getText()).contains("Replay ledger?", "under your name");
        browser.find("dialog button", "Replay").click();
        browser.awaitText(".replay", "Replayed: the new tables have taken the place of the old ones.");
        browser.awaitTrue("document.querySelector('progress') === null");
        assertThat(api.as("root", Role.ADMIN)
                        .get("admin/projections/ledger/replay")
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("DONE");
    }

    @Test
    void who_lacks_a_role_sees_why_and_nothing_is_asked_for() {
        console.signIn("auditor");
        browser.go("#/projections", "Projections");
        assertThat(browser.find(".withheld").getText()).contains("needs the role admin", "carries the role auditor");
        console.signIn("admin");
        for (String section : List.of("log", "streams", "proof")) {
            browser.go("#/" + section, section.substring(0, 1).toUpperCase(Locale.ROOT) + section.substring(1));
            assertThat(browser.find(".withheld").getText())
                    .contains("needs the role auditor", "carries the role admin");
        }
        console.signIn();
        assertThat(browser.find(".withheld").getText()).contains("carries no role");
    }

    @Test
    void a_token_can_be_pasted_and_nothing_of_it_is_kept() {
        console.open();
        browser.find("label", "Paste a token").click();
        browser.type("[name=token]", "nonsense");
        browser.type("[name=purpose]", Console.PURPOSE);
        browser.press(Keys.ENTER);
        browser.awaitText(".problem", "This is no token");
        browser.type("[name=token]", api.token("rita", Role.AUDITOR));
        browser.find("button", "Sign in").click();
        browser.awaitText(".caller", "rita");
        browser.find(".events");
        assertThat(browser.run("return JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"))
                .isEqualTo("[{},{},\"\"]");
        browser.find("button", "Sign out").click();
        browser.find("[name=purpose]");
    }

    @Test
    void everything_can_be_done_by_keyboard_and_the_focus_is_seen() {
        console.open();
        browser.press(Keys.TAB);
        assertThat(console.focus()).isEqualTo("Skip to the content");
        browser.press(Keys.ENTER);
        browser.tabTo("[name=userId]");
        browser.tabTo("[name=purpose]");
        browser.press(Console.PURPOSE, Keys.ENTER);
        browser.find(".events summary");
        browser.tabTo(".filter summary");
        browser.press(Keys.SPACE);
        browser.tabTo("[name=type]");
        assertThat(console.focusIsSeen()).isTrue();
        browser.press("NoteWritten", Keys.ENTER);
        console.awaitSearch("NoteWritten");
        browser.tabTo(".events summary");
        assertThat(console.focusIsSeen()).isTrue();
        browser.press(Keys.ENTER);
        browser.tabTo(".inside a");
        browser.press(Keys.ENTER);
        browser.awaitText(".state", "Draft of note");
        browser.tabTo(".entry");
        assertThat(console.focusIsSeen()).isTrue();
        browser.tabTo(".caller .purpose");
        browser.press(Keys.ENTER);
        browser.find("dialog input");
        browser.press(Keys.ESCAPE);
        browser.awaitTrue("document.querySelector('dialog') === null");
        assertThat(console.focus()).startsWith("Purpose: ");
    }

    @Test
    void a_phone_has_nothing_to_scroll_sideways_and_nobody_meets_a_barrier() {
        try {
            for (boolean dark : List.of(false, true)) {
                browser.look(dark ? 1280 : 360, 740, dark);
                console.open();
                console.meetsNoBarrier();
                console.signIn("auditor", "admin");
                for (String section : SECTIONS) {
                    browser.find("nav a", section).click();
                    browser.awaitText("h1", section);
                    console.meetsNoBarrier();
                }
                browser.go("#/streams/" + note, "Stream");
                browser.find(".state .changed");
                console.meetsNoBarrier();
                browser.go("#/log?type=NoteWritten", "Log");
                browser.find(".events summary").click();
                console.meetsNoBarrier();
            }
        } finally {
            browser.look(1280, 900, false);
        }
    }
}
