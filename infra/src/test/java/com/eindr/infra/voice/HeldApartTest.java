package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.voice.Labelled.Round;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What measures must not have taught. */
class HeldApartTest {
    private final Set<String> held = plain(Labelled.of(Round.OWN).stream().filter(Labelled::isHeld));
    private final Set<String> untouched = plain(Labelled.of(Round.UNTOUCHED).stream());

    @Test
    void no_example_is_a_sentence_that_is_held_apart() throws IOException {
        try (var in = com.eindr.voice.command.Judgement.class.getResourceAsStream("en.examples")) {
            assertThat(in).isNotNull();
            Set<String> examples = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("\t"))
                    .map(line -> plain(line.substring(line.indexOf('\t') + 1)))
                    .collect(Collectors.toSet());

            assertThat(examples).hasSizeGreaterThan(150).doesNotContainAnyElementsOf(held);
        }
    }

    @Test
    void no_sentence_of_our_own_is_in_both_halves() {
        Set<String> drawn = plain(Labelled.of(Round.OWN).stream().filter(sentence -> !sentence.isHeld()));

        assertThat(drawn).isNotEmpty().doesNotContainAnyElementsOf(held);
    }

    /** Everybody says "undo that": a few sentences are nobody's own. */
    @Test
    void hardly_any_untouched_sentence_has_been_said_before() {
        Set<String> said = plain(Labelled.all().stream().filter(sentence -> sentence.round() != Round.UNTOUCHED));
        Set<String> both = new HashSet<>(untouched);
        both.retainAll(said);

        assertThat(untouched).hasSizeGreaterThan(500);
        assertThat(both).hasSizeLessThanOrEqualTo(untouched.size() / 30);
    }

    @Test
    void the_set_is_large_and_a_good_part_of_it_is_not_for_us() {
        assertThat(Labelled.all()).hasSizeGreaterThanOrEqualTo(600);
        assertThat(Labelled.all().stream().filter(Labelled::isOutOfScope)).hasSizeGreaterThanOrEqualTo(150);
    }

    private static Set<String> plain(Stream<Labelled> sentences) {
        return sentences.map(sentence -> plain(sentence.text())).collect(Collectors.toSet());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
