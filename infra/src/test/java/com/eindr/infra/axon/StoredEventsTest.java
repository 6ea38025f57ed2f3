package com.eindr.infra.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stored form of every event and revision, approved as {@code events/<Type>-<revision>.json}. What has been stored
 * can be read for ever: a sample is never changed; a new form is a new revision, with a sample and an upcaster.
 */
class StoredEventsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Jackson3Serializer serializer = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(StoredJson::configure)
            .build();

    @Test
    void there_are_events() {
        assertThat(Catalogue.events()).hasSizeGreaterThan(20);
    }

    @TestFactory
    Stream<DynamicTest> every_revision_of_every_event_has_a_sample() {
        return Catalogue.events().stream()
                .flatMap(event -> IntStream.rangeClosed(1, Catalogue.revision(event))
                        .mapToObj(revision -> dynamicTest(
                                event.getSimpleName() + "-" + revision,
                                () -> assertThat(sample(event, revision).isObject())
                                        .isTrue())));
    }

    @TestFactory
    Stream<DynamicTest> the_present_form_is_the_approved_one() {
        return Catalogue.events().stream()
                .map(event -> dynamicTest(event.getSimpleName(), () -> {
                    JsonNode approved = sample(event, Catalogue.revision(event));
                    Object read = read(event, approved.toString());
                    SerializedObject<String> written = serializer.serialize(read, String.class);
                    assertThat(JSON.readTree(written.getData())).isEqualTo(approved);
                    assertThat(written.getType().getName()).isEqualTo(event.getName());
                    assertThat(read(event, written.getData())).isEqualTo(read);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_sample_shows_every_field() {
        return Catalogue.events().stream()
                .map(event -> dynamicTest(
                        event.getSimpleName(),
                        () -> assertThat(
                                        sample(event, Catalogue.revision(event)).propertyNames())
                                .containsExactlyElementsOf(Arrays.stream(event.getRecordComponents())
                                        .map(RecordComponent::getName)
                                        .toList())));
    }

    private Object read(Class<?> event, String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(
                json, String.class, event.getName(), String.valueOf(Catalogue.revision(event))));
    }

    private static JsonNode sample(Class<?> event, int revision) throws IOException {
        String name = "/events/" + event.getSimpleName() + "-" + revision + ".json";
        try (InputStream sample = StoredEventsTest.class.getResourceAsStream(name)) {
            assertThat(sample).as("the approved sample %s", name).isNotNull();
            return JSON.readTree(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
