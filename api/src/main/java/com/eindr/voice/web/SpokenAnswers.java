package com.eindr.voice.web;

import com.eindr.account.Profile;
import com.eindr.account.Profiles;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import com.eindr.voice.web.deed.Compensation;
import com.eindr.voice.web.deed.Memory;
import com.eindr.voice.web.deed.OpenQuestions;
import com.eindr.voice.web.deed.Order;
import com.eindr.voice.web.deed.Person;
import com.eindr.voice.web.deed.Question;
import com.eindr.voice.web.deed.SpokenDeeds;
import com.eindr.voice.web.deed.Undoing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes on where something was asked, and takes back what was done. */
@Component
class SpokenAnswers {
    private final Memory memory;
    private final SpokenDeeds deeds;
    private final SpokenCommands commands;
    private final Undoing undoing;
    private final Profiles profiles;

    SpokenAnswers(Memory memory, SpokenDeeds deeds, SpokenCommands commands, Undoing undoing, Profiles profiles) {
        this.memory = memory;
        this.deeds = deeds;
        this.commands = commands;
        this.undoing = undoing;
        this.profiles = profiles;
    }

    /**
     * Does what was asked about; what is not answered is asked again.
     *
     * @throws InvalidRequest if nothing of the kind was asked of this person in the last ten minutes, or an answer is none
     */
    SpokenCommands.Answered answer(
            String id, @Nullable List<NewCommands.Answer> answers, boolean rehearsed, WriteRequest write) {
        Question question = memory.question(write.actor(), id)
                .orElseThrow(() -> InvalidRequest.of("question", "is not open any more; say it again"));
        WriteRequest once = once(write, id, answers);
        Map<Integer, Map<String, String>> bySlot = new HashMap<>();
        for (NewCommands.Answer answer : answers == null ? List.<NewCommands.Answer>of() : answers) {
            bySlot.computeIfAbsent(answer.intent(), _ -> new HashMap<>()).put(answer.slot(), answer.value());
        }
        List<Order> orders = new ArrayList<>();
        for (Question.Open open : question.open()) {
            OpenQuestions.answered(open, bySlot.getOrDefault(open.intent(), Map.of()))
                    .ifPresent(orders::add);
        }
        Person person = person(once, ZoneId.of(question.zone()), rehearsed);
        return commands.told(
                "", question.language(), person, deeds.all(person, question.language(), orders, once, rehearsed));
    }

    /** The same answer to the same question is given once, even by an impatient finger whose app sends no key. */
    private static WriteRequest once(WriteRequest write, String question, @Nullable List<NewCommands.Answer> answers) {
        if (write.idempotencyKey() != null) {
            return write;
        }
        String name = UUID.nameUUIDFromBytes((question + answers).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new WriteRequest(write.actor(), new IdempotencyKey("answer:" + name, name), OptionalLong.empty());
    }

    /** @throws InvalidRequest if the token is not this person's */
    SpokenCommands.Answered undo(String token, WriteRequest write) {
        List<Compensation> undo = undoing.open(write.actor(), token)
                .orElseThrow(() -> InvalidRequest.of("undoToken", "is no undoToken of yours"));
        Profile profile = profiles.profileOf(write.actor());
        Person person = person(write, profile.timeZone(), false);
        String language = Locale.forLanguageTag(profile.language()).getLanguage();
        Understanding said = new Understanding(Intent.UNDO, 100, Slots.NONE, Fate.UNDERSTOOD, List.of());
        return commands.told("", language, person, deeds.undone(person, language, Order.of(said), token, undo));
    }

    private Person person(WriteRequest write, ZoneId zone, boolean rehearsed) {
        Profile profile = profiles.profileOf(write.actor());
        LocalDateTime now =
                LocalDateTime.ofInstant(commands.beginning(write, rehearsed).moment(), zone);
        return new Person(write.actor(), profile.language(), zone, profile.timeZone(), now);
    }
}
