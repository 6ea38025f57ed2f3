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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands by grammar first, and asks the examples where the grammar is unsure or silent. */
public final class GrammarInterpreter implements Interpreter {
    /** Longer texts are no command; of what is dictated into a note, the rest is kept as it is. */
    private static final int MOST_TOKENS = 150;

    /** What is a command only if the examples say so too. */
    private static final String JUDGED = "judged";

    /** Signs that are written by machines, and by those who would talk them into something. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[{}<>\\[\\]=]|--");

    private static final int BY_PHRASE = 90;
    private static final int BY_BOTH = 97;
    private static final int WEAK_PHRASE = 70;

    /** How likely it must be no command, to silence a phrase that says a little, or one that says much. */
    private static final int SILENCES_WEAK = 60;

    private static final int SILENCES = 95;
    private static final int TALK = 50;

    /** How likely a command must be for what takes something away to be done at once, by phrase and examples. */
    private static final int CLEAR = 70;

    /** How likely it must be where no phrase is known. */
    private static final int GUESSABLE = 65;

    /** And where it would be a reminder without a time. */
    private static final int GUESSABLE_BARE = 85;

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
        Optional<Judged> judged = isJudged(sentence) ? judgement.of(sentence, heard.part()) : Optional.empty();
        boolean otherwise = heard.is(JUDGED)
                && judged.filter(judge -> !judge.isOf(heard.intent())).isPresent();
        if (heard.intent() == Intent.UNKNOWN || otherwise) {
            return List.of(
                    heard.is(Heard.UNHEARD) || otherwise
                            ? guessed(sentence, filling, fates, heard, judged)
                            : talk(judged));
        }
        if (isSilenced(heard, judged) || isAboutNobody(sentence, heard)) {
            return List.of(Understanding.nothing(judged.map(Judged::nothing).orElse(0)));
        }
        boolean agreed = judged.filter(judge -> judge.isOf(heard.intent()))
                .filter(judge -> !heard.intent().isDestructive()
                        || (isClear(judge)
                                && !UNSPEAKABLE
                                        .matcher(sentence.utterance().text())
                                        .find()))
                .isPresent();
        // What takes something away is done at once only where examples are known and say so too, and a voice could.
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

    private static boolean isClear(Judged judge) {
        return judge.likely() >= CLEAR;
    }

    /** Whether the examples say that this is no command at all. */
    private static boolean isSilenced(Heard heard, Optional<Judged> judged) {
        boolean weak =
                heard.is("weak") || heard.is(Heard.TERSE) || heard.intent().isDestructive();
        int needed = weak ? SILENCES_WEAK : SILENCES;
        return heard.intent().isCommand()
                && judged.filter(judge -> judge.nothing() >= needed).isPresent();
    }

    /** He owes her: somebody whom nobody has named. */
    private static boolean isAboutNobody(Sentence sentence, Heard heard) {
        return heard.who().stream()
                .anyMatch(who -> sentence.words(who).stream()
                        .anyMatch(word -> sentence.lexicon().has("nobody", word)));
    }

    /** What only the examples know, and is therefore always asked. */
    private static Understanding guessed(
            Sentence sentence, Filling filling, Fates fates, Heard heard, Optional<Judged> judged) {
        return judged.filter(judge -> judge.likely() >= GUESSABLE)
                .map(judge -> fates.of(
                        judge.intent(),
                        Math.min(judge.likely(), WEAK_PHRASE),
                        filling.of(new Owing(sentence).guessed(judge.intent(), judge.marks(), heard.part()))))
                .filter(read -> read.intent() != Intent.REMINDER_CREATE
                        || read.slots().start() != null
                        || judged.filter(judge -> judge.likely() >= GUESSABLE_BARE)
                                .isPresent())
                .orElseGet(() -> talk(judged));
    }

    private static Understanding talk(Optional<Judged> judged) {
        return judged.filter(judge -> judge.talk() && judge.nothing() >= TALK)
                .map(judge ->
                        new Understanding(Intent.CHITCHAT, judge.nothing(), Slots.NONE, Fate.UNDERSTOOD, List.of()))
                .orElseGet(
                        () -> Understanding.nothing(judged.map(Judged::nothing).orElse(0)));
    }
}
