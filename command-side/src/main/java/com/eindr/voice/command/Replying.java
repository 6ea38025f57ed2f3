package com.eindr.voice.command;

import com.eindr.shared.Money;
import com.eindr.voice.Answer;
import com.eindr.voice.Answer.Chosen;
import com.eindr.voice.Answer.Filled;
import com.eindr.voice.Choice;
import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.command.Amounts.Amount;
import com.eindr.voice.command.Matching.Read;
import com.eindr.voice.command.Reading.Ordinal;
import com.eindr.voice.command.Reading.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads one answer in one language: yes or no first, then what was chosen or told. */
final class Replying {
    private static final String PICK = "pick";

    /** Words of a command that says no more than the yes before it: delete it. */
    private static final int ABOUT_IT = 2;

    private final Sentence sentence;
    private final Lexicon lexicon;
    private final Intent asked;
    private final List<Choice> open;
    private final Recognition recognition;

    Replying(Sentence sentence, Intent asked, List<Choice> open) {
        this.sentence = sentence;
        this.lexicon = sentence.lexicon();
        this.asked = asked;
        this.open = open;
        this.recognition = new Recognition(sentence);
    }

    @Nullable
    Answer answer() {
        int at = 0;
        boolean yes = false;
        boolean no = false;
        List<Span> starts =
                new ArrayList<>(List.of(new Span(0, sentence.tokens().size())));
        Read word = word(at);
        while (word != null) {
            yes |= word.value() instanceof Answer.Yes;
            no |= word.value() instanceof Answer.No;
            at = word.end();
            Span behind = new Span(at, sentence.tokens().size());
            if (yes && !no && behind.length() <= ABOUT_IT && isAboutIt(behind)) {
                return new Answer.Yes();
            }
            starts.add(behind);
            word = word(at);
        }
        Answer agreed = yes == no ? null : yes ? new Answer.Yes() : new Answer.No();
        Span rest = sentence.trimmed(new Span(at, sentence.tokens().size()), "polite", "tail");
        if (rest.isEmpty()) {
            return agreed;
        }
        Answer told = told(rest);
        // "Cancel" alone is a no; "cancel the climb" tells no name, but has nothing to do with what was asked.
        boolean foreign = told instanceof Filled filled
                && filled.slots().start() == null
                && filled.slots().amount() == null
                && starts.stream().anyMatch(this::isCommand);
        return foreign || (told instanceof Chosen && isOther(starts.getFirst())) ? null : told;
    }

    /** "Cancel the second one", when it was asked which one to put off. */
    private boolean isOther(Span said) {
        Heard heard = recognition.command(said);
        return heard != null && heard.intent().isCommand() && heard.intent() != asked;
    }

    private boolean isCommand(Span said) {
        Heard heard = recognition.command(said);
        return heard != null && heard.intent().isCommand();
    }

    /** The longest of what says yes, no or nothing at a place. */
    private @Nullable Read word(int at) {
        if (at >= sentence.tokens().size()) {
            return null;
        }
        Read yes = lexicon.entry("yes", sentence.tokens(), at);
        Read no = lexicon.entry("no", sentence.tokens(), at);
        Read polite = lexicon.entry("polite", sentence.tokens(), at);
        int yesEnd = yes == null ? 0 : yes.end();
        int noEnd = no == null ? 0 : no.end();
        if (polite != null && polite.end() > Math.max(yesEnd, noEnd)) {
            return polite;
        }
        return yesEnd > noEnd
                ? new Read(new Answer.Yes(), yesEnd)
                : noEnd > 0 ? new Read(new Answer.No(), noEnd) : null;
    }

    /** Yes, delete it: the command again, of nothing else than what was asked about. */
    private boolean isAboutIt(Span rest) {
        Heard heard = recognition.command(rest);
        if (heard == null || !heard.intent().isCommand()) {
            return false;
        }
        Slots slots = new Filling(sentence).of(heard).slots();
        Selection filter = slots.filter();
        return filter != null
                && filter.equals(new Selection(Selection.THAT, null, null, null, false))
                && slots.start() == null;
    }

    private @Nullable Answer told(Span said) {
        Span bare = sentence.trimmed(said, PICK, PICK);
        Answer placed = bare.isEmpty() && !hasOrdinal(said) ? null : placed(said, bare);
        if (placed != null) {
            return placed;
        }
        for (Choice choice : open) {
            Answer told = switch (choice.slot()) {
                case Choice.CONFIRM -> null;
                case "start" -> new TimeReply(sentence, choice).of(said);
                case "amount" -> amount(bare);
                case "counterparty" -> person(choice, bare);
                default -> choice.values().isEmpty() ? text(choice.slot(), said) : named(choice, bare);
            };
            if (told != null) {
                return told;
            }
        }
        return null;
    }

    private boolean hasOrdinal(Span said) {
        return IntStream.range(said.from(), said.to()).anyMatch(at -> read("ord", at, said.to()) != null);
    }

    private @Nullable Read read(String slot, int at, int to) {
        Read read = sentence.times().reading().read(slot, at);
        return read == null || read.end() > to ? null : read;
    }

    /** The second one, the last, two. */
    private @Nullable Answer placed(Span said, Span bare) {
        Choice choice =
                open.stream().filter(one -> one.values().size() > 1).findFirst().orElse(null);
        if (choice == null) {
            return null;
        }
        for (int at = said.from(); at < said.to(); at++) {
            Read read = read("ord", at, said.to());
            if (read != null
                    && read.value() instanceof Ordinal place
                    && sentence.trimmed(new Span(said.from(), at), PICK, PICK).isEmpty()
                    && sentence.trimmed(new Span(read.end(), said.to()), PICK, PICK)
                            .isEmpty()) {
                return at(choice, place.place());
            }
        }
        Read number = bare.isEmpty() || choice.slot().equals("start") ? null : read("n", bare.from(), bare.to());
        return number != null
                        && number.end() == bare.to()
                        && number.value() instanceof Quantity count
                        && count.isWhole()
                ? at(choice, count.whole())
                : null;
    }

    private static @Nullable Answer at(Choice choice, int place) {
        int index = place == Selection.LAST ? choice.values().size() - 1 : place - 1;
        return index < 0 || index >= choice.values().size()
                ? null
                : new Chosen(choice.slot(), index, choice.values().get(index));
    }

    private @Nullable Answer amount(Span bare) {
        Read read = bare.isEmpty() ? null : read("amount", bare.from(), bare.to());
        if (read == null || read.end() < bare.to() || !(read.value() instanceof Amount amount)) {
            return null;
        }
        Money money = amount.money(sentence.utterance().currency());
        return money == null ? null : new Filled(Slots.debt(null, null, money, null), List.of());
    }

    /** One of those who were named; where nobody, or only a stranger, was, somebody who is known, or another stranger. */
    private @Nullable Answer person(Choice choice, Span bare) {
        Answer named = named(choice, bare);
        if (named != null || choice.values().size() > 1 || bare.isEmpty()) {
            return named;
        }
        List<String> known = new Names(sentence.utterance().people(), lexicon).of(sentence.words(bare));
        String said = known.size() == 1 ? known.getFirst() : sentence.said(bare);
        boolean stranger = known.isEmpty();
        if (stranger
                && (bare.length() > 3
                        || recognition.command(bare) != null
                        || hasOrdinal(bare)
                        || hasLittleWords(bare))) {
            return null;
        }
        return new Filled(
                Slots.debt(said, null, null, null),
                known.size() > 1 ? List.of(new Choice(choice.slot(), known)) : List.of());
    }

    private boolean hasLittleWords(Span span) {
        return sentence.words(span).stream()
                .anyMatch(word -> lexicon.has("function", word)
                        || lexicon.has("nobody", word)
                        || Character.isDigit(word.codePointAt(0)));
    }

    /** The value that fits the words, by spelling or by sound; nothing where several do. */
    private @Nullable Answer named(Choice choice, Span bare) {
        List<String> words = sentence.words(bare).stream()
                .filter(word -> bare.length() == 1 || !lexicon.has("function", word))
                .toList();
        if (words.isEmpty() || choice.values().isEmpty()) {
            return null;
        }
        List<String> fitting = new Names(choice.values(), lexicon).of(words);
        if (fitting.size() != 1) {
            return null;
        }
        String value = fitting.getFirst();
        int place = choice.values().indexOf(value);
        return choice.values().lastIndexOf(value) == place ? new Chosen(choice.slot(), place, value) : null;
    }

    /** Any words that are no command; of a title, the time too where that is open. */
    private @Nullable Answer text(String slot, Span said) {
        if (recognition.command(said) != null) {
            return null;
        }
        boolean timed = open.stream().anyMatch(choice -> choice.slot().equals("start"));
        return switch (slot) {
            case "title" -> title(said, timed);
            case "content" -> new Filled(Slots.content(sentence.said(said)), List.of());
            default -> null;
        };
    }

    private @Nullable Answer title(Span said, boolean timed) {
        List<TimeAtom.Found> found = timed ? sentence.times().in(said) : List.of();
        String title = sentence.said(sentence.without(said, found, "filler", "tail"));
        Moment moment = Moments.of(
                found.stream().map(TimeAtom.Found::atom).toList(),
                sentence.utterance().now(),
                false);
        return title.isEmpty()
                ? null
                : new Filled(
                        Slots.reminder(title, moment.start(), moment.recurrence()), TimeReply.asked(moment.choices()));
    }
}
