package com.eindr.voice.web;

import com.eindr.account.AccountCommand.SpeakLanguage;
import com.eindr.account.AccountRefusal;
import com.eindr.account.Profile;
import com.eindr.account.Profiles;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.web.KeptSelections;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.voice.Interpretation;
import com.eindr.voice.Interpreter;
import com.eindr.voice.Utterance;
import com.eindr.voice.web.deed.Acquaintances;
import com.eindr.voice.web.deed.Deed;
import com.eindr.voice.web.deed.Done;
import com.eindr.voice.web.deed.Failures;
import com.eindr.voice.web.deed.Order;
import com.eindr.voice.web.deed.Person;
import com.eindr.voice.web.deed.Result;
import com.eindr.voice.web.deed.SpokenDeeds;
import com.eindr.voice.web.reply.Wording;
import com.eindr.voice.web.talk.Conversation;
import com.eindr.voice.web.talk.Talking;
import com.eindr.voice.web.talk.Turn;
import com.eindr.voice.web.talk.Turns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a text to what was done about it; for whoever has the text, typed or heard. */
@Component
class SpokenCommands {
    private final Interpreter interpreter;
    private final Acquaintances acquaintances;
    private final Profiles profiles;
    private final SpokenReplies replies;
    private final SpokenDeeds deeds;
    private final Talking talking;
    private final Turns turns;
    private final Wording wording;
    private final Writes writes;
    private final KeptSelections kept;
    private final Clock clock;

    SpokenCommands(
            Interpreter interpreter,
            Acquaintances acquaintances,
            Profiles profiles,
            SpokenReplies replies,
            SpokenDeeds deeds,
            Talking talking,
            Turns turns,
            Wording wording,
            Writes writes,
            KeptSelections kept,
            Clock clock) {
        this.interpreter = interpreter;
        this.acquaintances = acquaintances;
        this.profiles = profiles;
        this.replies = replies;
        this.deeds = deeds;
        this.talking = talking;
        this.turns = turns;
        this.wording = wording;
        this.writes = writes;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * The answer to a text.
     *
     * @param position of the last event in the log; 0 where nothing was recorded
     */
    record Answered(CommandsBody body, List<Deed> deeds, Person person, long position) {}

    /**
     * Does what somebody said.
     *
     * @param language BCP 47 tag; null where it is to be found out
     * @param timeZone null for that of the profile
     * @throws Refusal if the plan includes neither the language nor anything that was said
     */
    Answered answer(
            String text, @Nullable String language, @Nullable ZoneId timeZone, boolean rehearsed, WriteRequest write) {
        return answer(text, language, timeZone, rehearsed, write, Conversation.Listener.NOBODY);
    }

    /** The same, and the listener hears talk as it comes. */
    Answered answer(
            String text,
            @Nullable String language,
            @Nullable ZoneId timeZone,
            boolean rehearsed,
            WriteRequest write,
            Conversation.Listener listener) {
        UserId user = write.actor();
        Profile profile = profiles.profileOf(user);
        ZoneId zone = timeZone == null ? profile.timeZone() : timeZone;
        Beginning beginning = beginning(write, rehearsed);
        LocalDateTime now = LocalDateTime.ofInstant(beginning.moment(), zone);
        Person person = new Person(user, profile.language(), zone, profile.timeZone(), now);
        Acquaintances.Known known = acquaintances.of(user, zone);
        Utterance said = new Utterance(text, language, now, known.currency(), known.names());
        Optional<SpokenReplies.Reply> reply = replies.read(user, beginning.question(), said);
        if (reply.isPresent()) {
            String spoken = reply.get().language();
            SpokenDeeds.Account account = deeds.all(person, spoken, reply.get().orders(), write, rehearsed);
            Answered answered = told(text, spoken, person, account);
            return rehearsed ? answered : kept(answered);
        }
        Interpretation read = interpreter.interpret(said);
        speak(profile, read.language(), write, rehearsed);
        if (!rehearsed && talking.takes(read)) {
            Talking.Talked talked = talking.answer(person, read, known, write, listener);
            return kept(told(read.utterance(), read.language(), person, talked.account(), talked.told()));
        }
        List<Order> orders = read.intents().stream().map(Order::of).toList();
        SpokenDeeds.Account account = deeds.all(person, read.language(), orders, write, rehearsed);
        Answered answered = told(read.utterance(), read.language(), person, account);
        return rehearsed ? answered : kept(answered);
    }

    /** In the history of those who allow one. */
    private Answered kept(Answered answered) {
        CommandsBody body = answered.body();
        if (!body.utterance().isBlank()) {
            Turn turn = Turn.of(clock.instant(), body.utterance(), body.reply(), answered.deeds());
            turns.keep(answered.person().userId(), turn);
        }
        return answered;
    }

    Answered told(String utterance, String language, Person person, SpokenDeeds.Account account) {
        return told(utterance, language, person, account, account.deeds());
    }

    /** @param said what the reply is made of */
    private Answered told(
            String utterance, String language, Person person, SpokenDeeds.Account account, List<Deed> said) {
        refuseIfAllIsLocked(account);
        CommandsBody body = new CommandsBody(
                utterance,
                language,
                account.done().stream().map(CommandsBody.Part::of).toList(),
                wording.reply(person, said),
                account.undoToken(),
                account.question(),
                null,
                null);
        return new Answered(body, account.deeds(), person, account.position());
    }

    /**
     * As it was when the request first came, so that its repetition means the same.
     *
     * @param question the id of what was asked before
     */
    record Beginning(Instant moment, String question) {}

    Beginning beginning(WriteRequest write, boolean rehearsed) {
        UserId user = write.actor();
        WriteRequest.IdempotencyKey key = write.idempotencyKey();
        if (key == null || rehearsed) {
            return new Beginning(clock.instant(), replies.openOf(user));
        }
        List<String> first = kept.once(user, key, () -> List.of(clock.instant().toString(), replies.openOf(user)));
        return new Beginning(Instant.parse(first.getFirst()), first.getLast());
    }

    /** To be understood in another language than one's own counts, before anything is done. */
    private void speak(Profile profile, String language, WriteRequest write, boolean rehearsed) {
        if (language.equals(Locale.forLanguageTag(profile.language()).getLanguage())) {
            return;
        }
        WriteRequest own = new WriteRequest(write.actor(), null, OptionalLong.empty());
        SpeakLanguage command = new SpeakLanguage(write.actor(), language);
        if (rehearsed) {
            writes.rehearse(command, own);
        } else {
            writes.execute(command, own);
        }
    }

    /** A lock answers alike wherever it applies: where nothing but locked things was said, so does the request. */
    private static void refuseIfAllIsLocked(SpokenDeeds.Account account) {
        List<Done> done = account.done();
        if (done.isEmpty() || !done.stream().allMatch(one -> one.deed().result() instanceof Result.LockedByPlan)) {
            return;
        }
        Map<String, Object> problem = Objects.requireNonNull(done.getFirst().problem());
        Object plan = problem.get(Failures.REQUIRED_PLAN);
        Refusal refusal = Refusal.of(AccountRefusal.PLAN_LOCKED, String.valueOf(problem.get("detail")));
        throw plan == null ? refusal : refusal.with(Map.of(Failures.REQUIRED_PLAN, plan.toString()));
    }
}
