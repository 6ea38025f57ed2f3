package com.eindr.voice.web.talk;

import com.eindr.shared.web.WriteRequest;
import com.eindr.voice.Fate;
import com.eindr.voice.Interpretation;
import com.eindr.voice.Understanding;
import com.eindr.voice.web.deed.Acquaintances.Known;
import com.eindr.voice.web.deed.Deed;
import com.eindr.voice.web.deed.Done;
import com.eindr.voice.web.deed.Order;
import com.eindr.voice.web.deed.Person;
import com.eindr.voice.web.deed.Result;
import com.eindr.voice.web.deed.SpokenDeeds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What talk comes to: the model's words, and what it has asked for besides. */
@Component
public class Talking {
    private final Conversation conversation;
    private final SpokenDeeds deeds;

    Talking(Conversation conversation, SpokenDeeds deeds) {
        this.conversation = conversation;
        this.deeds = deeds;
    }

    /**
     * What has come of it.
     *
     * @param account the talk itself, and behind it what the model has asked for
     * @param told what the reply is made of
     */
    public record Talked(SpokenDeeds.Account account, List<Deed> told) {}

    /** Whether it is for a model, and there is one. */
    public boolean takes(Interpretation read) {
        return conversation.takes(read);
    }

    public Talked answer(
            Person person, Interpretation read, Known known, WriteRequest write, Conversation.Listener listener) {
        Conversation.Spoken spoken = conversation.of(person, read, known, write, listener);
        Understanding said = read.intents().getFirst();
        Done talk = Done.of(talk(said, spoken.answer()));
        List<Order> orders = new ArrayList<>(List.of(Order.of(said)));
        orders.addAll(spoken.orders());
        List<Done> done = new ArrayList<>(List.of(talk));
        done.addAll(spoken.done());
        SpokenDeeds.Account account = deeds.together(person, read.language(), orders, done);
        return new Talked(account, told(account.deeds(), spoken.answer() != null));
    }

    private static Deed talk(Understanding said, @Nullable String answer) {
        return answer == null
                ? SpokenDeeds.unanswered(said)
                : new Deed(said, Fate.DONE, List.of(), null, new Result.Talk(answer));
    }

    /**
     * Behind the model's words ours for what was changed or is asked: what a person is told of that is never what a model has
     * made of it. What was read out the model tells by itself.
     */
    private static List<Deed> told(List<Deed> deeds, boolean isAnswered) {
        return deeds.stream()
                .filter(deed -> !isAnswered
                        || deed.fate() != Fate.DONE
                        || !Caution.isReading(deed.said().intent()))
                .toList();
    }
}
