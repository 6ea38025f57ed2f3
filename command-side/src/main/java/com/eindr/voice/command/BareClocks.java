package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.After;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds numbers that are hours only because of where they stand: "tomorrow eight thirty", "at nine and five". */
record BareClocks(Lexicon lexicon, List<Token> tokens, Times times) {

    /** The times, and the hours beside them. */
    List<Found> beside(List<Found> found, Span span) {
        boolean hours = found.stream().anyMatch(time -> time.atom() instanceof Clock || time.atom() instanceof After);
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found time = found.get(i);
            int least = all.isEmpty() ? span.from() : all.getLast().span().to();
            int most = i + 1 < found.size() ? found.get(i + 1).span().from() : span.to();
            boolean day = !hours;
            Found before = day ? before(time, least) : null;
            if (before != null) {
                all.add(before);
            }
            all.add(time);
            Found after = day && before == null
                    ? at(time.span().to(), most)
                    : time.atom() instanceof Clock ? joined(time.span().to(), most) : null;
            if (after != null) {
                all.add(after);
            }
        }
        return all;
    }

    /** Where a title or nothing follows; else it is so many of something. */
    private @Nullable Found at(int from, int most) {
        Found clock = times.bareClock(from, most);
        if (clock == null || isArticle(clock)) {
            return null;
        }
        int end = clock.span().to();
        return end == most || tokens.get(end).apart() || isLittle(end) ? clock : null;
    }

    /** In Turkish and in Hindi "one" is also what "a" is: tomorrow a meeting. */
    private boolean isArticle(Found clock) {
        return clock.span().length() == 1
                && lexicon.has("article", tokens.get(clock.span().from()).word());
    }

    private boolean isLittle(int at) {
        String word = tokens.get(at).word();
        return lexicon.has("filler", word) || lexicon.has("joint", word) || lexicon.has("trail", word);
    }

    /** Where a sentence begins with it, or it has minutes: the twelve of "buy twelve tomorrow" are eggs. */
    private @Nullable Found before(Found time, int least) {
        for (int from = Math.max(least, time.span().from() - 3);
                from < time.span().from();
                from++) {
            Found clock = times.bareClock(from, time.span().from());
            boolean begins = from == least || tokens.get(from).apart() || isLittle(from - 1);
            if (clock != null
                    && !isArticle(clock)
                    && clock.span().to() == time.span().from()
                    && (begins || ((Clock) clock.atom()).minute() % 60 > 0)) {
                return clock;
            }
        }
        return null;
    }

    /** At nine and five. */
    private @Nullable Found joined(int from, int most) {
        int at = from;
        while (at < most && lexicon.has("and", tokens.get(at).word())) {
            at++;
        }
        return at == from ? null : at(at, most);
    }
}
