package com.eindr.voice.web.talk;

import com.eindr.shared.DerivedUuid;
import com.eindr.shared.web.WebJson;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import com.eindr.voice.Interpretation;
import com.eindr.voice.web.deed.Acquaintances.Known;
import com.eindr.voice.web.deed.Done;
import com.eindr.voice.web.deed.Order;
import com.eindr.voice.web.deed.Person;
import com.eindr.voice.web.deed.SpokenDeeds;
import com.eindr.voice.web.talk.Talk.Answer;
import com.eindr.voice.web.talk.Talk.Call;
import com.eindr.voice.web.talk.Talk.Line;
import com.eindr.voice.web.talk.Talk.Prompt;
import com.eindr.voice.web.talk.Talk.TalkFailed;
import com.eindr.voice.web.talk.Tools.NotSo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Talks with a chat model on a person's behalf (docs/decisions/0136). The model is bounded in everything: in what it is told,
 * how long it may think, how often it may ask for something, and what of that is done without asking the person.
 */
@Component
public final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final int MOST_ROUNDS = 3;
    private static final int MOST_CALLS = 5;
    private static final int MOST_TOKENS = 400;
    private static final Duration WITHIN = Duration.ofSeconds(8);
    /** Characters that a model is told of what somebody said, and that an answer may have. */
    private static final int LONGEST = 2_000;

    private final Talk talk;
    private final Tools tools;
    private final SpokenDeeds deeds;
    private final Turns turns;
    private final WebJson json;

    Conversation(Talk talk, Tools tools, SpokenDeeds deeds, Turns turns, WebJson json) {
        this.talk = talk;
        this.tools = tools;
        this.deeds = deeds;
        this.turns = turns;
        this.json = json;
    }

    /**
     * What has come of it.
     *
     * @param answer the model's words; null where it has none
     * @param orders what it has asked for
     * @param done what became of each
     */
    record Spoken(@Nullable String answer, List<Order> orders, List<Done> done) {
        Spoken {
            orders = List.copyOf(orders);
            done = List.copyOf(done);
        }
    }

    /** Hears a conversation as it goes on; what it throws ends it. */
    public interface Listener {
        /** For whoever waits for the whole. */
        Listener NOBODY = new Listener() {
            @Override
            public void heard(String words) {
                // They stand in the answer.
            }

            @Override
            public void done(Done done) {
                // It stands in the answer.
            }
        };

        /** The next of the model's words. */
        void heard(String words);

        /** Something was done, or will be once the person has confirmed it. */
        void done(Done done);
    }

    /** Whether a model is there, and nothing was said but talk. */
    boolean takes(Interpretation read) {
        return talk.isThere()
                && !read.utterance().isBlank()
                && read.intents().stream().noneMatch(said -> said.intent().isCommand());
    }

    /** Answers what somebody said. What fails is the model's silence and nothing else; what was done before stays done. */
    Spoken of(Person person, Interpretation read, Known known, WriteRequest write, Listener listener) {
        Course course = new Course(person, read.language(), known, write, listener);
        try {
            course.run(read.utterance());
        } catch (TalkFailed e) {
            LOG.warn("The chat model does not answer: {}", e.getMessage());
        }
        String answer = course.answer.toString().strip();
        return new Spoken(answer.isEmpty() ? null : answer, course.orders, course.done);
    }

    /** One conversation on its way. */
    private final class Course {
        private final Person person;
        private final String language;
        private final Known known;
        private final WriteRequest write;
        private final Listener listener;
        private final long began = System.nanoTime();
        private final StringBuilder answer = new StringBuilder();
        private final List<Order> orders = new ArrayList<>();
        private final List<Done> done = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private int calls;
        private boolean hasRead;

        private Course(Person person, String language, Known known, WriteRequest write, Listener listener) {
            this.person = person;
            this.language = language;
            this.known = known;
            this.write = write;
            this.listener = listener;
        }

        private void run(String said) {
            turns.last(person.userId()).forEach(this::remember);
            lines.add(new Line.Said(cut(said)));
            for (int round = 1; round <= MOST_ROUNDS; round++) {
                // In the last round nothing more may be asked for, so that something is said.
                boolean mayAsk = round < MOST_ROUNDS && calls < MOST_CALLS;
                Answer answered = talk.next(
                        new Prompt(
                                Instructions.of(person),
                                lines,
                                mayAsk ? Tools.all() : List.of(),
                                MOST_TOKENS,
                                WITHIN.minusNanos(System.nanoTime() - began)),
                        this::hear);
                if (answered.calls().isEmpty() || !mayAsk) {
                    return;
                }
                separate();
                lines.add(new Line.Answered(answered));
                for (Call call : answered.calls()) {
                    lines.add(new Line.Came(call, json.mapper().writeValueAsString(cameOf(call))));
                }
            }
        }

        /** Of what was done only that it was: its words may be somebody else's. */
        private void remember(Turn turn) {
            lines.add(new Line.Said(cut(turn.said())));
            lines.add(new Line.Answered(
                    new Answer(turn.intents().isEmpty() ? cut(turn.reply()) : Instructions.WAS_DONE, List.of())));
        }

        private void hear(String words) {
            int room = LONGEST - answer.length();
            if (room <= 0) {
                throw new TalkFailed("it says more than it may");
            }
            String part = words.length() > room ? cut(words, room) : words;
            answer.append(part);
            listener.heard(part);
        }

        private void separate() {
            if (!answer.isEmpty() && !Character.isWhitespace(answer.charAt(answer.length() - 1))) {
                hear("\n");
            }
        }

        private Map<String, Object> cameOf(Call call) {
            if (++calls > MOST_CALLS) {
                return Told.wrong("no more may be asked for; answer the user");
            }
            try {
                Tools.Wanted wanted = tools.read(call, person.now(), known.currency());
                Order order = Order.of(new Caution(known.names(), hasRead).of(wanted));
                hasRead |= Caution.isReading(wanted.intent());
                Done one = deeds.all(person, language, List.of(order), keyed(call), false)
                        .done()
                        .getFirst();
                orders.add(order);
                done.add(one);
                listener.done(one);
                return Told.of(one.deed(), known.names());
            } catch (NotSo e) {
                return Told.wrong(String.valueOf(e.getMessage()));
            }
        }

        /** Under a key of its own: the same order of a repeated request is done once, another is another. */
        private WriteRequest keyed(Call call) {
            IdempotencyKey key = write.idempotencyKey();
            if (key == null) {
                return write;
            }
            UUID order = DerivedUuid.of(call.name(), call.arguments());
            return new WriteRequest(
                    write.actor(),
                    new IdempotencyKey(key.value() + "#" + order, key.fingerprint()),
                    write.expectedVersion());
        }
    }

    private static String cut(String text) {
        return cut(text, LONGEST);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
