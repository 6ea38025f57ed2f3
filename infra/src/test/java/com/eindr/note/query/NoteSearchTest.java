package com.eindr.note.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.note.NoteEvent.NoteDeleted;
import com.eindr.note.NoteEvent.NoteEdited;
import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.note.NoteId;
import com.eindr.note.NoteQuery.NoteOf;
import com.eindr.note.NoteQuery.NotesAbout;
import com.eindr.note.NoteQuery.NotesChangedSince;
import com.eindr.note.NoteQuery.NotesOf;
import com.eindr.note.NoteSource;
import com.eindr.note.NoteState;
import com.eindr.note.NoteView;
import com.eindr.shared.Changes;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ChangesResponse;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.ReadModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteSearchTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BO = new UserId("bo");

    private final ReadModels models = ReadModels.fresh();
    private final Log log = new Log();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de-CH | Die Häuser in der Gasse         | haus
        en    | She was running late            | run
        en    | She was running late            | RUNS
        ar    | اشتريت الكتب من السوق           | كتب
        hi    | मैंने किताबें खरीदीं             | किताब
        es    | Comprar los regalos             | regalo
        en    | Say “milk”, then wait…          | milk
                    fr    | De l’eau, s’il vous plaît !     | eau
                    de    | »ÄRGER« im Büro                 | ärger
                    ar    | اشتريت الكتب، والحليب           | كتب
                    hi    | मैंने किताबें। कल भी             | किताब
                    tr    | Kitapları geri ver              | kitap
        nb    | Husk bilene                     | bil
        ur    | دودھ اور شہد خریدنا ہے          | شہد
        zh    | 明天买牛奶和蜂蜜                 | 牛奶
        """)
    void words_are_found_in_another_form_of_the_notes_own_language(String language, String content, String words) {
        NoteId note = written(ANA, content, language);
        written(BO, content, language);
        handleAll();

        assertThat(found(words)).containsExactly(note);
    }

    @Test
    void a_word_of_one_language_is_not_bent_by_the_rules_of_another() {
        NoteId english = written(ANA, "the houses", "en");
        NoteId unknown = written(ANA, "the houses", null);
        handleAll();

        assertThat(found("housing")).containsExactly(english);
        assertThat(found("houses")).containsExactlyInAnyOrder(english, unknown);
    }

    @Test
    void every_language_has_a_configuration_that_this_postgres_knows() {
        List<String> known = models.jdbc().queryForList("SELECT cfgname::text FROM pg_ts_config", String.class);

        assertThat(Locale.getISOLanguages())
                .extracting(TextSearch::configurationFor)
                .allMatch(known::contains)
                .contains(known.toArray(String[]::new));
        assertThat(TextSearch.configurationFor(null)).isEqualTo("simple");
        assertThat(TextSearch.configurationFor("sr-Latn-RS")).isEqualTo("serbian");
        assertThat(TextSearch.configurationFor("tlh")).isEqualTo("simple");
    }

    @Test
    void the_better_match_comes_first_and_of_equal_ones_the_later() {
        NoteId first = written(ANA, "milk", "en");
        NoteId long_ = written(ANA, "Once there was a cow that gave, among many other things, milk.", "en");
        NoteId twice = written(ANA, "milk, and more milk", "en");
        NoteId last = written(ANA, "milk", "en");
        handleAll();

        assertThat(found("milk")).containsExactly(twice, last, first, long_);
    }

    @Test
    void words_phrases_alternatives_and_exceptions_can_be_asked_for() {
        NoteId milk = written(ANA, "Buy milk and bread", "en");
        NoteId honey = written(ANA, "Buy honey and bread", "en");
        NoteId both = written(ANA, "Buy bread with milk and honey", "en");
        handleAll();

        assertThat(found("milk bread")).containsExactlyInAnyOrder(milk, both);
        assertThat(found("milk or honey")).containsExactlyInAnyOrder(milk, honey, both);
        assertThat(found("milk -honey")).containsExactly(milk);
        assertThat(found("\"milk and bread\"")).containsExactly(milk);
        assertThat(found("\"bread with milk\"")).containsExactly(both);
    }

    @Test
    void what_leaves_no_words_to_search_for_is_found_as_it_stands() {
        NoteId all = written(ANA, "To be or not to be", "en");
        NoteId markup = written(ANA, "Use <b>bold</b> & 100%_safe '; DROP TABLE note; --", "en");
        handleAll();

        assertThat(found("to be")).containsExactly(all);
        assertThat(found("\"or not\"")).containsExactly(all);
        assertThat(found("<b>")).containsExactly(markup);
        assertThat(found("&")).containsExactly(markup);
        assertThat(found("';")).containsExactly(markup);
        assertThat(found("\"")).isEmpty();
        assertThat(found("%")).containsExactly(markup);
    }

    @Test
    void nothing_that_is_asked_breaks_the_search() {
        NoteId note = written(ANA, "milk", "en");
        handleAll();
        for (String words : List.of(
                "'",
                "''",
                "\\",
                "\"",
                "\"milk",
                "milk'",
                "milk:*",
                "milk & | ! <->",
                "(((",
                "-",
                "--",
                "or",
                "or or",
                "' OR 1=1 --",
                "milk'); DELETE FROM note; --",
                "<script>alert(1)</script>",
                "%_",
                "\uD83D\uDE00")) {
            assertThat(found(words)).as(words).isSubsetOf(note);
        }
        assertThat(found("milk:*")).containsExactly(note);
    }

    @Test
    void a_walk_over_what_was_found_meets_every_note_once() {
        Random random = new Random(7);
        List<NoteId> all = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            all.add(written(
                    ANA,
                    "milk ".repeat(1 + random.nextInt(3)) + "bread ".repeat(random.nextInt(4)),
                    i % 5 == 0 ? null : "en"));
        }
        handleAll();

        assertThat(walk("milk", 4)).hasSize(57).containsExactlyElementsOf(walk("milk", 100));
        assertThat(walk(null, 4)).containsExactlyElementsOf(all.reversed());
    }

    @Test
    void an_edited_note_is_found_by_what_it_says_now_in_the_language_it_has_now() {
        NoteId note = written(ANA, "milk", "en");
        log.append(note, new NoteEdited(note, ANA, ANA, "Die Häuser", "de"));
        handleAll();

        assertThat(found("milk")).isEmpty();
        assertThat(found("haus")).containsExactly(note);
        NoteView view = models.ask(new NoteOf(ANA, note), NoteView.class);
        assertThat(view.version()).isEqualTo(2);
        assertThat(view.editedAt()).isAfter(view.writtenAt());
    }

    @Test
    void of_a_deleted_note_nothing_remains_but_that_it_was_deleted() {
        NoteId kept = written(ANA, "milk", "en");
        NoteId gone = written(ANA, "milk and a secret", "en");
        handleAll();
        long seen = log.position();
        log.append(gone, new NoteDeleted(gone, ANA, ANA));
        models.handle(log.after(seen), 7);

        assertThat(found("milk")).containsExactly(kept);
        assertThat(walk(null, 10)).containsExactly(kept);
        assertThat(models.find(new NoteOf(ANA, gone), NoteView.class)).isEmpty();
        assertThat(changes(seen).items()).containsExactly(new NoteState(gone, null));
        assertThat(models.jdbc().queryForList("SELECT n::text FROM note n", String.class))
                .noneMatch(row -> row.contains("secret"));
    }

    @Test
    void a_note_is_its_owners_alone_whoever_wrote_it() {
        NoteId given = new NoteId(new UUID(1, 1));
        log.append(given, new NoteWritten(given, ANA, BO, NoteSource.FRIEND, "The key is under the stone", null));
        handleAll();

        assertThat(found("stone")).containsExactly(given);
        assertThat(models.slice(new NotesAbout(BO, "stone", new SliceRequest(10, null)), NoteView.class)
                        .items())
                .isEmpty();
        assertThat(models.find(new NoteOf(BO, given), NoteView.class)).isEmpty();
        assertThat(models.ask(new NoteOf(ANA, given), NoteView.class).createdBy())
                .isEqualTo(BO);
    }

    @Test
    void the_same_events_make_the_same_table_however_they_are_cut_and_repeated() {
        Random random = new Random(3);
        List<NoteId> notes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            notes.add(written(i % 2 == 0 ? ANA : BO, "note number " + i, i % 3 == 0 ? "de" : "en"));
        }
        for (int i = 0; i < 60; i++) {
            NoteId note = notes.get(random.nextInt(notes.size()));
            UserId owner = notes.indexOf(note) % 2 == 0 ? ANA : BO;
            log.append(
                    note,
                    random.nextInt(10) == 0
                            ? new NoteDeleted(note, owner, owner)
                            : new NoteEdited(note, owner, owner, "edit number " + i, "en"));
        }
        models.handle(log.all(), 1);
        String oneByOne = models.digest(List.of("note"));
        models.handle(log.all(), 13);
        assertThat(models.digest(List.of("note"))).isEqualTo(oneByOne);
        models.clear();
        models.handle(log.all(), 1000);
        assertThat(models.digest(List.of("note"))).isEqualTo(oneByOne);
    }

    private NoteId written(UserId owner, String content, @Nullable String language) {
        NoteId id = new NoteId(new UUID(owner.hashCode(), new Random(log.position()).nextLong()));
        log.append(id, new NoteWritten(id, owner, owner, NoteSource.MANUAL, content, language));
        return id;
    }

    private void handleAll() {
        models.handle(log.all(), 50);
    }

    private List<NoteId> found(String words) {
        return walk(words, 100);
    }

    private List<NoteId> walk(@Nullable String words, int limit) {
        List<NoteId> walked = new ArrayList<>();
        String cursor = null;
        do {
            SliceRequest request = new SliceRequest(limit, cursor);
            Slice<NoteView> page = models.slice(
                    words == null ? new NotesOf(ANA, request) : new NotesAbout(ANA, words, request), NoteView.class);
            page.items().forEach(note -> walked.add(note.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return walked;
    }

    private Changes<NoteState> changes(long position) {
        return models.bean(QueryGateway.class)
                .query(new NotesChangedSince(ANA, position, 100), new ChangesResponse<>(NoteState.class))
                .join();
    }
}
