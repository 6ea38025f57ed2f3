package com.eindr.voice.web.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundlesTest {
    /** Details are English; whoever has this message is told them. */
    private static final Set<String> ONLY_ENGLISH = Set.of("refused.detail");

    /** Where a language may say the thing itself by its number or code, or leave it to the locale. */
    private static final Set<String> FREE = Set.of("time", "rule.weekday", "rule.nth", "at", "money");

    private final Map<String, String> english = Tongues.bundle("en");

    static Iterable<String> languages() {
        return Tongues.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_has_every_message(String language) {
        Set<String> expected = new TreeSet<>(english.keySet());
        if (!language.equals("en")) {
            expected.removeAll(ONLY_ENGLISH);
        }

        assertThat(new TreeSet<>(Tongues.bundle(language).keySet())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_message_has_the_arguments_that_it_has_in_english(String language) {
        Tongues.bundle(language).forEach((key, message) -> {
            if (!FREE.contains(key)) {
                Set<String> said = arguments(message);
                // Only the form of other words depends on the number of a weekday.
                said.remove("number");
                assertThat(said).as(language + " " + key).isEqualTo(arguments(english.getOrDefault(key, "")));
            }
        });
    }

    private static Set<String> arguments(String message) {
        MessagePattern pattern = new MessagePattern(message);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return names;
    }
}
