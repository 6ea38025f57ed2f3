package com.eindr.infra.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The search by meaning over HTTP, with the real model. */
@EindrTest
class SearchTest {
    private final ApiClient api;
    private final String who = "seeker-" + UUID.randomUUID();
    private final Session person;
    private final Seeker seeker;

    @Autowired
    SearchTest(ApiClient api) {
        this.api = api;
        this.person = api.as(who);
        this.seeker = new Seeker(person);
    }

    @Test
    void a_note_is_found_by_what_it_means_without_a_word_in_common() {
        String cat = seeker.note("The cat has to see the vet on Friday");
        seeker.note("Pay the electricity bill");
        seeker.note("The novel by Orwell is still with Ben");

        assertThat(seeker.found("an animal doctor for my pet").getFirst()).isEqualTo(cat);
    }

    @Test
    void reminders_are_found_beside_notes_and_both_say_what_they_are() {
        String reminder = seeker.reminder("Dentist appointment");
        String note = seeker.note("My tooth hurts when I drink something cold");

        Answer answer = seeker.search("toothache");
        assertThat(seeker.ids(answer)).containsExactlyInAnyOrder(reminder, note);
        answer.json().path("items").forEach(item -> {
            boolean isNote = item.path("id").asString().equals(note);
            assertThat(item.path("kind").asString()).isEqualTo(isNote ? "NOTE" : "REMINDER");
            assertThat(item.path("excerpt").asString())
                    .isEqualTo(isNote ? "My tooth hurts when I drink something cold" : "Dentist appointment");
            assertThat(item.path("nearness").asInt()).isBetween(25, 100);
        });
    }

    @Test
    void the_nearest_comes_first_and_the_limit_is_kept() {
        String same = seeker.note("Buy bread and butter");
        String near = seeker.note("Get food for breakfast");
        seeker.note("Buy milk and cheese");

        Answer two = seeker.get("search?limit=2&q=" + Seeker.encoded("Buy bread and butter"));
        assertThat(seeker.ids(two)).hasSize(2).first().isEqualTo(same);
        assertThat(two.json().path("items").path(0).path("nearness").asInt()).isGreaterThan(95);
        assertThat(seeker.found("Buy bread and butter")).contains(near);
    }

    @Test
    void what_was_changed_is_found_by_what_it_says_now() {
        String note = seeker.note("The plumber comes to mend the tap");
        assertThat(seeker.found("somebody repairs the water pipe")).containsExactly(note);

        seeker.wrote(person.patch("notes/" + note, "{\"content\":\"Grandmother's birthday is in June\"}")
                .expect(200));
        assertThat(seeker.found("somebody repairs the water pipe")).isEmpty();
        assertThat(seeker.found("when was my grandma born")).containsExactly(note);
    }

    @Test
    void what_was_deleted_or_called_off_is_not_found_and_what_was_done_is() {
        String note = seeker.note("Feed the goldfish");
        String cancelled = seeker.reminder("Feed the fish in the tank");
        String done = seeker.reminder("Buy food for the fish");
        assertThat(seeker.found("give the fishes something to eat")).containsExactlyInAnyOrder(note, cancelled, done);

        seeker.wrote(person.delete("notes/" + note).expect(200));
        seeker.wrote(person.delete("reminders/" + cancelled).expect(200));
        seeker.wrote(person.post("reminders/" + done + "/complete", Map.of()).expect(200));
        assertThat(seeker.found("give the fishes something to eat")).containsExactly(done);
    }

    @Test
    void nobody_finds_what_another_person_wrote() {
        String mine = seeker.note("The safe opens with four eight fifteen");
        Seeker stranger = new Seeker(api.as("stranger-" + who));
        String theirs = stranger.note("The safe was delivered");
        stranger.seesWhat(seeker);

        assertThat(stranger.found("how to open the safe")).containsExactly(theirs);
        assertThat(seeker.found("how to open the safe")).containsExactly(mine);
        api.anonymous().get("search?q=safe").expect(401);
    }

    @Test
    void whoever_has_no_plan_any_more_still_finds_what_is_theirs() {
        String note = seeker.note("The bicycle is at the repair shop");
        api.putOn(Plan.EXPIRED, who);

        assertThat(seeker.found("mend my bike")).containsExactly(note);
    }

    @Test
    void a_long_note_is_found_by_its_beginning_and_shown_by_less_of_it() {
        String note = seeker.note("Our holiday in Portugal: " + "sun and beach and sea. ".repeat(400));

        Answer answer = seeker.search("vacation at the ocean");
        assertThat(seeker.ids(answer)).containsExactly(note);
        assertThat(answer.json().path("items").path(0).path("excerpt").asString())
                .hasSize(200);
    }

    @Test
    void what_has_nothing_to_do_with_anything_finds_nothing() {
        seeker.note("Water the plants");

        assertThat(seeker.found("the parliament of Norway")).isEmpty();
    }

    /** The same pairs from which the floor of nearness was chosen; decision 0140 has the numbers. */
    @Test
    void most_questions_find_their_text_and_little_else() throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> questions = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/search/near.tsv"))) {
            String[] pair = line.split("\t", -1);
            questions.put(pair[0], pair[1]);
            texts.put(pair[1], seeker.note(pair[1]));
        }
        int met = 0;
        int first = 0;
        int others = 0;
        for (Map.Entry<String, String> question : questions.entrySet()) {
            List<String> found = seeker.found(question.getKey());
            int place = found.indexOf(texts.get(question.getValue()));
            met += place >= 0 ? 1 : 0;
            first += place == 0 ? 1 : 0;
            others += found.size() - (place >= 0 ? 1 : 0);
        }
        assertThat(questions).hasSize(40);
        assertThat(met).isGreaterThanOrEqualTo(36);
        assertThat(first).isGreaterThanOrEqualTo(28);
        assertThat(others).isLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=", "q=%20", "q=%00", "q=a&limit=0", "q=a&limit=101", "q=a&limit=x"})
    void what_is_no_question_is_refused(String query) {
        person.get("search?" + query).expect(400);
    }

    @Test
    void a_question_has_five_hundred_characters_at_most() {
        seeker.search("a".repeat(500));
        person.get("search?q=" + "a".repeat(501)).expect(400);
    }

    @Test
    void whatever_is_asked_is_only_asked() {
        seeker.note("Nothing special");
        for (String words :
                List.of("'; DROP TABLE meaning; --", "[1,2,3]", "{NULL}", "\uD83D\uDE00", "%", "\u202Eabc")) {
            seeker.search(words);
        }
    }
}
