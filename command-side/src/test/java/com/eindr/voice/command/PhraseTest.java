package com.eindr.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the patterns of the lexicons lie over. */
class PhraseTest {
    private static final Map<String, Set<String>> SECTIONS =
            Map.of("nudge", Set.of("remind", "ping", "shout at"), "done", Set.of("fed", "called"));

    private static boolean lies(String pattern, String text) {
        List<Token> tokens = Tokens.of(text, false);
        Phrase phrase = Phrase.of(pattern, section -> SECTIONS.getOrDefault(section, Set.of()));
        Matching matching = new Matching(tokens, (slot, at) -> null, Set.of("just", "still"));
        return matching.over(phrase, new Span(0, tokens.size())) != null;
    }

    @Test
    void a_section_stands_for_all_its_words_and_rows_of_words() {
        assertThat(lies("{nudge}|wake me <text>", "ping me at six")).isTrue();
        assertThat(lies("{nudge}|wake me <text>", "shout at me at six")).isTrue();
        assertThat(lies("{nudge}|wake me <text>", "wake me at six")).isTrue();
        assertThat(lies("{nudge}|wake me <text>", "shout me at six")).isFalse();
    }

    @Test
    void words_may_be_told_by_how_they_begin_or_end_and_rows_are_joined() {
        assertThat(lies("i|i_have *ed|did <text>", "i have watered the roses")).isTrue();
        assertThat(lies("i|i_have *ed|did <text>", "i did the roses")).isTrue();
        assertThat(lies("water* <text>", "watering the roses")).isTrue();
        assertThat(lies("i|i_have *ed|did <text>", "i have a rose")).isFalse();
    }

    @Test
    void little_words_may_stand_anywhere_but_before_the_first_and_in_a_name() {
        assertThat(lies("<who> owes me <text>", "Saad still owes me fifty")).isTrue();
        assertThat(lies("i paid <who> back", "i just paid still Saad back just"))
                .isTrue();
        assertThat(lies("i paid <who> back", "just i paid Saad back")).isFalse();
    }
}
