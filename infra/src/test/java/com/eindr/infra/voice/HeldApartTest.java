package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What measures must not have taught. */
class HeldApartTest {
    private final Set<String> held = Labelled.all().stream()
            .filter(sentence -> sentence.half().equals("held"))
            .map(sentence -> plain(sentence.text()))
            .collect(Collectors.toSet());

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
    void no_sentence_is_in_both_halves() {
        Set<String> drawn = Labelled.all().stream()
                .filter(sentence -> sentence.half().equals("draw"))
                .map(sentence -> plain(sentence.text()))
                .collect(Collectors.toSet());

        assertThat(drawn).isNotEmpty().doesNotContainAnyElementsOf(held);
    }

    @Test
    void the_set_is_large_and_a_good_part_of_it_is_not_for_us() {
        assertThat(Labelled.all()).hasSizeGreaterThanOrEqualTo(600);
        assertThat(Labelled.all().stream().filter(Labelled::isOutOfScope)).hasSizeGreaterThanOrEqualTo(150);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
