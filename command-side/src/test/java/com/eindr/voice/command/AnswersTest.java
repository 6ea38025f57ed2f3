package com.eindr.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.shared.Money;
import com.eindr.voice.Answer;
import com.eindr.voice.Answer.Chosen;
import com.eindr.voice.Answer.Filled;
import com.eindr.voice.Answer.No;
import com.eindr.voice.Answer.Yes;
import com.eindr.voice.Choice;
import com.eindr.voice.Intent;
import com.eindr.voice.Slots;
import com.eindr.voice.Utterance;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people answer when they are asked, on a Monday in Karachi. */
class AnswersTest {
    private static final Currency RUPEES = Currency.getInstance("PKR");
    private static final GrammarAnswering answering = new GrammarAnswering();

    private static final Choice CONFIRM = new Choice(Choice.CONFIRM, List.of("yes", "no"));
    private static final Choice WHEN = new Choice("start", List.of());
    private static final Choice FIVE = new Choice("start", List.of("2026-11-24T17:00", "2026-11-24T05:00"));
    private static final Choice WHO = new Choice("counterparty", List.of("Ana Lima", "Ana Souza"));
    private static final Choice HOW_MUCH = new Choice("amount", List.of());

    @ParameterizedTest
    @CsvSource({
        "en, yes",
        "en, Yeah please do it",
        "en, yes cancel it",
        "en, yes please delete it",
        "de, ja lösch es",
        "de, ja mach das",
        "fr, oui vas-y",
        "es, sí claro",
        "pt, pode ser",
        "tr, evet lütfen",
        "ar, نعم",
        "ur, جی ہاں",
        "hi, हाँ ठीक है"
    })
    void yes_is_yes_in_every_language(String language, String said) {
        assertThat(read(said, language, CONFIRM)).contains(new Yes());
        assertThat(read(said, null, CONFIRM)).contains(new Yes());
    }

    @ParameterizedTest
    @CsvSource({
        "en, no",
        "en, never mind",
        "en, cancel",
        "en, no cancel that",
        "de, nein lass es",
        "fr, laisse tomber",
        "es, no gracias",
        "pt, deixa pra lá",
        "tr, hayır vazgeçtim",
        "ar, لا شكرا",
        "ur, جی نہیں",
        "hi, रहने दो"
    })
    void no_is_no_in_every_language(String language, String said) {
        assertThat(read(said, language, CONFIRM)).contains(new No());
    }

    @ParameterizedTest
    @CsvSource({
        "en, the second one, 1",
        "en, the first, 0",
        "en, the last one please, 1",
        "en, number two, 1",
        "en, Souza, 1",
        "en, i mean ana lima, 0",
        "de, die zweite, 1",
        "fr, la première, 0",
        "es, la segunda, 1",
        "pt, a primeira, 0",
        "tr, ikincisi, 1",
        "ar, الثانية, 1",
        "ur, دوسری والی, 1",
        "hi, पहली वाली, 0"
    })
    void one_of_several_is_chosen_by_its_place_or_its_name(String language, String said, int place) {
        assertThat(read(said, language, WHO))
                .contains(new Chosen("counterparty", place, WHO.values().get(place)));
    }

    @ParameterizedTest
    @CsvSource({
        "en, in the afternoon, 0",
        "en, five pm, 0",
        "en, five in the morning, 1",
        "en, am, 1",
        "de, morgens, 1",
        "de, am nachmittag, 0",
        "fr, du matin, 1",
        "es, de la tarde, 0",
        "pt, da manhã, 1"
    })
    void a_part_of_the_day_chooses_among_the_times_that_were_proposed(String language, String said, int place) {
        assertThat(read(said, language, FIVE))
                .contains(new Chosen("start", place, FIVE.values().get(place)));
    }

    @ParameterizedTest
    @CsvSource({
        "en, at eight tomorrow, 2026-11-24T08:00",
        "en, tomorrow evening, 2026-11-24T19:00",
        "en, in twenty minutes, 2026-11-23T10:50",
        "de, morgen um halb neun, 2026-11-24T08:30",
        "fr, demain à huit heures, 2026-11-24T08:00",
        "hi, कल सुबह आठ बजे, 2026-11-24T08:00"
    })
    void a_time_that_was_left_open_is_told(String language, String said, LocalDateTime when) {
        assertThat(read(said, language, WHEN)).contains(new Filled(Slots.reminder(null, when, null), List.of()));
    }

    @Test
    void another_time_than_those_proposed_is_told_on_the_same_day() {
        assertThat(read("at six pm", "en", FIVE))
                .contains(new Filled(Slots.reminder(null, LocalDateTime.of(2026, 11, 24, 18, 0), null), List.of()));
    }

    @Test
    void an_amount_that_was_left_open_is_told_in_the_speakers_currency_or_in_another() {
        assertThat(read("five hundred", "en", HOW_MUCH))
                .contains(new Filled(Slots.debt(null, null, new Money(50_000, RUPEES), null), List.of()));
        assertThat(read("20 euros", "en", HOW_MUCH))
                .contains(new Filled(
                        Slots.debt(null, null, new Money(2_000, Currency.getInstance("EUR")), null), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remind me to call Ana tomorrow at nine",
                "saad owes me 500",
                "what do i have tomorrow",
                "cancel everything",
                "delete the second reminder and the third",
                "cancel the climb",
                "no cancel the dentist",
                "the weather is nice",
                "the seventh one",
                "",
                "😀"
            })
    void what_is_no_answer_is_a_new_sentence(String said) {
        assertThat(read(said, "en", WHO)).isEmpty();
        assertThat(read(said, "en", FIVE)).isEmpty();
        assertThat(read(said, "en", new Choice("counterparty", List.of("Walter"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes and remind me at nine to sleep", "yes cancel all of them", "no delete everything"})
    void a_yes_with_more_behind_it_confirms_nothing(String said) {
        assertThat(read(said, "en", CONFIRM)).isNotEqualTo(Optional.of(new Yes()));
    }

    @Test
    void another_command_chooses_nothing_though_it_names_a_place() {
        Choice which = new Choice("filter", List.of("the oven", "the dentist"));

        assertThat(read("cancel the second one", "en", which)).isEmpty();
        assertThat(answering.read(utterance("cancel the second one", "en"), Intent.REMINDER_CANCEL, List.of(which)))
                .contains(new Chosen("filter", 1, "the dentist"));
    }

    @Property
    void any_text_whatever_is_read(@ForAll String text) {
        List<Choice> open = List.of(FIVE, WHO, HOW_MUCH, CONFIRM, new Choice("title", List.of()));

        assertThat(answering.read(utterance(text, null), Intent.REMINDER_CREATE, open))
                .isNotNull();
        assertThat(answering.read(utterance(text, null), Intent.REMINDER_CREATE, List.of()))
                .isEmpty();
    }

    private static Optional<Answer> read(String said, @Nullable String language, Choice open) {
        return answering.read(utterance(said, language), Intent.REMINDER_SNOOZE, List.of(open));
    }

    private static Utterance utterance(String said, @Nullable String language) {
        return new Utterance(said, language, Listener.NOW, RUPEES, List.of("Saad", "Ana Lima", "Ana Souza"));
    }
}
