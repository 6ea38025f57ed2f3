package com.eindr.voice.web.deed;

import com.eindr.shared.UserId;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The memory of conversations: what was spoken of, and what is asked. */
@Component
public class Memory {
    private static final String TALK = "talk";

    private final Recollections recollections;
    /** Of its own, since it sees fields only: what can be derived is not kept. */
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .build();

    Memory(Recollections recollections) {
        this.recollections = recollections;
    }

    public Remembered of(UserId user) {
        return read(user, TALK, Remembered.class).orElse(Remembered.NOTHING);
    }

    void keep(UserId user, Remembered remembered) {
        recollections.keep(user, TALK, json.writeValueAsString(remembered));
    }

    public Optional<Question> question(UserId user, String id) {
        return read(user, name(id), Question.class);
    }

    void ask(UserId user, Question question) {
        recollections.keep(user, name(question.id()), json.writeValueAsString(question));
    }

    private static String name(String question) {
        return "question:" + question;
    }

    /** What an older node has kept in another form is forgotten. */
    private <T> Optional<T> read(UserId user, String name, Class<T> type) {
        return recollections.recall(user, name).flatMap(kept -> {
            try {
                return Optional.of(json.readValue(kept, type));
            } catch (JacksonException e) {
                return Optional.empty();
            }
        });
    }
}
