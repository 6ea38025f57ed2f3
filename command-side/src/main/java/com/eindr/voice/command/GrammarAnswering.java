package com.eindr.voice.command;

import com.eindr.voice.Answer;
import com.eindr.voice.Answering;
import com.eindr.voice.Choice;
import com.eindr.voice.Intent;
import com.eindr.voice.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands answers by grammar, and an answer must be nothing else: one word too many, and it is a new sentence. So a
 * command is a command, whatever is open.
 */
public final class GrammarAnswering implements Answering {
    /** Longer texts answer nothing. */
    private static final int MOST_TOKENS = 30;

    private final Map<String, Lexicon> lexicons = Lexicon.all();

    @Override
    public Optional<Answer> read(Utterance utterance, Intent asked, List<Choice> open) {
        String text = Folding.visible(utterance.text());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return languages(text, utterance).stream()
                .map(lexicon -> read(new Sentence(text, utterance, lexicon), asked, open))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable Answer read(Sentence sentence, Intent asked, List<Choice> open) {
        int words = sentence.tokens().size();
        return words == 0 || words > MOST_TOKENS ? null : new Replying(sentence, asked, open).answer();
    }

    /** The one that was named; else all, since an answer has too few words to tell: that which is likeliest first. */
    private List<Lexicon> languages(String text, Utterance utterance) {
        String tag = utterance.language();
        Lexicon asked =
                tag == null ? null : lexicons.get(Locale.forLanguageTag(tag).getLanguage());
        if (asked != null) {
            return List.of(asked);
        }
        List<Lexicon> all = new ArrayList<>(List.of(LanguageGuess.of(text, lexicons)));
        Lexicon.LANGUAGES.stream()
                .map(lexicons::get)
                .filter(one -> one != all.getFirst())
                .forEach(all::add);
        return all;
    }
}
