package com.eindr.voice.command;

import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.Interpretation;
import com.eindr.voice.Interpreter;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import com.eindr.voice.Utterance;
import com.eindr.voice.command.Judgement.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands by grammar first, and asks the examples where the grammar is unsure or silent. */
public final class GrammarInterpreter implements Interpreter {
    /** Longer texts are no command; of what is dictated into a note, the rest is kept as it is. */
    private static final int MOST_TOKENS = 150;

    /** What is a command only if the examples say so too. */
    private static final String JUDGED = "judged";

    private static final int BY_PHRASE = 90;
    private static final int BY_BOTH = 97;
    private static final int WEAK_PHRASE = 70;

    /** How near an example of another kind must be to silence a phrase that says a little, or one that says much. */
    private static final int SILENCES_WEAK = 60;

    private static final int SILENCES = 85;
    private static final int TALK = 45;

    /** How near an example must be, and how many of the nearest must agree, where no phrase is known. */
    private static final int GUESSABLE = 70;

    private static final int CLEAR = 60;
    private static final Set<Intent> GUESSED = Set.of(Intent.REMINDER_CREATE, Intent.REMINDER_LIST, Intent.NOTE_LIST);

    private final Map<String, Lexicon> lexicons = Lexicon.all();
    private final Judgement judgement;

    public GrammarInterpreter(Judgement judgement) {
        this.judgement = judgement;
    }

    @Override
    public Interpretation interpret(Utterance utterance) {
        String text = Folding.visible(utterance.text());
        Lexicon lexicon = lexicon(text, utterance.language());
        Sentence sentence = new Sentence(text, utterance, lexicon);
        if (sentence.tokens().isEmpty() || sentence.tokens().size() > MOST_TOKENS) {
            return new Interpretation(text, lexicon.language(), List.of(Understanding.nothing(0)));
        }
        Filling filling = new Filling(sentence);
        Fates fates = new Fates(utterance.now());
        List<Understanding> understood = new ArrayList<>();
        for (Heard heard : new Hearing(sentence).commands()) {
            understood.addAll(understandings(sentence, filling, fates, heard));
        }
        return new Interpretation(text, lexicon.language(), understood);
    }

    private Lexicon lexicon(String text, @Nullable String tag) {
        Lexicon asked =
                tag == null ? null : lexicons.get(Locale.forLanguageTag(tag).getLanguage());
        return asked == null ? LanguageGuess.of(text, lexicons) : asked;
    }

    private List<Understanding> understandings(Sentence sentence, Filling filling, Fates fates, Heard heard) {
        Optional<Judged> judged = isJudged(sentence) ? judgement.of(sentence.said(heard.part())) : Optional.empty();
        if (heard.intent() == Intent.UNKNOWN) {
            return List.of(heard.is(Heard.UNHEARD) ? guessed(filling, fates, heard, judged) : talk(judged));
        }
        if (isSilenced(heard, judged) || isAboutNobody(sentence, heard)) {
            return List.of(Understanding.nothing(judged.map(Judged::nearness).orElse(0)));
        }
        boolean agreed = judged.filter(judge -> judge.intent() == heard.intent())
                .filter(judge -> !heard.intent().isDestructive() || isClear(judge))
                .isPresent();
        // What takes something away is done at once only where examples are known and say so too.
        boolean unsure = heard.is("weak") || (heard.intent().isDestructive() && isJudged(sentence));
        int confidence = agreed ? BY_BOTH : unsure ? WEAK_PHRASE : BY_PHRASE;
        return filling.all(heard).stream()
                .map(filled -> fates.of(heard.intent(), confidence, filled))
                .toList();
    }

    /** The model knows English, and so do the examples. */
    private static boolean isJudged(Sentence sentence) {
        return sentence.lexicon().language().equals("en");
    }

    /** Whether the examples speak of this and of nothing else, or one of them says the very same. */
    private static boolean isClear(Judged judge) {
        return judge.nearness() >= SILENCES || (judge.nearness() >= SILENCES_WEAK && judge.share() >= CLEAR);
    }

    /** Whether the examples say that this is no command at all, or do not say that it is one where only they could. */
    private static boolean isSilenced(Heard heard, Optional<Judged> judged) {
        if (heard.is(JUDGED)
                && judged.filter(judge -> judge.intent() != heard.intent()).isPresent()) {
            return true;
        }
        boolean weak =
                heard.is("weak") || heard.is(Heard.TERSE) || heard.intent().isDestructive();
        int needed = weak ? SILENCES_WEAK : SILENCES;
        return heard.intent().isCommand()
                && judged.filter(judge -> !judge.intent().isCommand() && judge.nearness() >= needed)
                        .isPresent();
    }

    /** He owes her: somebody whom nobody has named. */
    private static boolean isAboutNobody(Sentence sentence, Heard heard) {
        return heard.who().stream()
                .anyMatch(who -> sentence.words(who).stream()
                        .anyMatch(word -> sentence.lexicon().has("nobody", word)));
    }

    /** What only the examples know: harmless intents that need few slots, and always asked. */
    private static Understanding guessed(Filling filling, Fates fates, Heard heard, Optional<Judged> judged) {
        return judged.filter(judge -> GUESSED.contains(judge.intent()))
                .filter(judge -> judge.nearness() >= GUESSABLE && judge.share() >= CLEAR)
                .map(judge -> fates.of(
                        judge.intent(),
                        Math.min(judge.nearness(), WEAK_PHRASE),
                        filling.of(Heard.bare(judge.intent(), heard.part()))))
                .filter(read ->
                        read.intent() != Intent.REMINDER_CREATE || read.slots().start() != null)
                .orElseGet(() -> talk(judged));
    }

    private static Understanding talk(Optional<Judged> judged) {
        return judged.filter(judge -> judge.intent() == Intent.CHITCHAT && judge.nearness() >= TALK)
                .map(judge ->
                        new Understanding(Intent.CHITCHAT, judge.nearness(), Slots.NONE, Fate.UNDERSTOOD, List.of()))
                .orElseGet(
                        () -> Understanding.nothing(judged.map(Judged::nearness).orElse(0)));
    }
}
