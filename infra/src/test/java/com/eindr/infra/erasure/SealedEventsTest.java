package com.eindr.infra.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.eindr.infra.axon.Catalogue;
import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each event of the catalogue, as its approved sample has it, with the keys of its people and without. */
class SealedEventsTest {
    private final Serializer serializer = KeyFixture.serializer(new KeyFixture().node());
    private final PersonKeys elsewhere = new KeyFixture().node();

    @TestFactory
    Stream<DynamicTest> what_was_stored_before_there_were_keys_is_read_and_stored_anew_without_a_personal_word() {
        return events(event -> {
            Object read = read(serializer, event, sample(event));
            String stored = serializer.serialize(read, String.class).getData();
            assertThat(texts(read, SealedEventsTest::isPersonal))
                    .allSatisfy(word -> assertThat(stored).doesNotContain('"' + word + '"'));
            assertThat(read(serializer, event, stored)).isEqualTo(read);
        });
    }

    @TestFactory
    Stream<DynamicTest> an_event_of_erased_people_is_read_without_their_words_and_with_all_else() {
        return events(event -> {
            Object read = read(serializer, event, sample(event));
            String stored = serializer.serialize(read, String.class).getData();
            texts(read, component -> component.getDeclaringRecord() == UserId.class)
                    .forEach(elsewhere::destroy);

            Object erased = read(KeyFixture.serializer(elsewhere), event, stored);

            List<String> words = texts(read, SealedEventsTest::isPersonal);
            assertThat(texts(erased, SealedEventsTest::isPersonal)).noneMatch(words::contains);
            Predicate<RecordComponent> impersonal = component -> !isPersonal(component);
            assertThat(texts(erased, impersonal)).isEqualTo(texts(read, impersonal));
        });
    }

    private static Stream<DynamicTest> events(Check check) {
        return Catalogue.events().stream().map(event -> dynamicTest(event.getSimpleName(), () -> check.check(event)));
    }

    @FunctionalInterface
    private interface Check {
        void check(Class<?> event) throws IOException;
    }

    private static Object read(Serializer serializer, Class<?> event, String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(
                json, String.class, event.getName(), String.valueOf(Catalogue.revision(event))));
    }

    private static String sample(Class<?> event) throws IOException {
        String name = "/events/" + event.getSimpleName() + "-" + Catalogue.revision(event) + ".json";
        try (InputStream sample = SealedEventsTest.class.getResourceAsStream(name)) {
            assertThat(sample).as("the approved sample %s", name).isNotNull();
            return new String(sample.readAllBytes(), UTF_8);
        }
    }

    private static boolean isPersonal(RecordComponent component) {
        return component.isAnnotationPresent(Personal.class);
    }

    /** Texts of a record and of its parts, in order. */
    private static List<String> texts(Object part, Predicate<RecordComponent> wanted) {
        List<String> texts = new ArrayList<>();
        if (part instanceof Record) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                Object value = value(part, component);
                if (value instanceof String text) {
                    if (wanted.test(component)) {
                        texts.add(text);
                    }
                } else if (value != null) {
                    texts.addAll(texts(value, wanted));
                }
            }
        }
        return texts;
    }

    private static @Nullable Object value(Object part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
