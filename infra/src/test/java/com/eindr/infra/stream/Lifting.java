package com.eindr.infra.stream;

import com.eindr.infra.axon.StoredJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Puts approved samples through all upcasters that there are. */
final class Lifting {
    private static final Jackson3Serializer SERIALIZER = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(StoredJson::configure)
            .build();

    private Lifting() {}

    /** The revision that an approved sample has behind the upcasters. */
    static String ofSample(Class<?> event, int revision) {
        byte[] sample = sample(event.getSimpleName() + "-" + revision);
        var stored = new GenericDomainEventEntry<>(
                "Sample",
                "sample",
                0L,
                "sample",
                Instant.EPOCH,
                event.getName(),
                Integer.toString(revision),
                sample,
                "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Stream<IntermediateEventRepresentation> lifted = new EventUpcasterChain(upcasters())
                .upcast(Stream.of(new InitialEventRepresentation(stored, SERIALIZER)));
        return lifted.map(present -> Objects.requireNonNull(present.getType().getRevision()))
                .findFirst()
                .orElse("nothing");
    }

    private static List<EventUpcaster> upcasters() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(EventUpcaster.class));
        return scanner.findCandidateComponents("com.eindr").stream()
                .map(found -> made(String.valueOf(found.getBeanClassName())))
                .toList();
    }

    private static EventUpcaster made(String name) {
        try {
            var constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (EventUpcaster) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sample(String name) {
        try (InputStream sample = Lifting.class.getResourceAsStream("/events/" + name + ".json")) {
            return Objects.requireNonNull(sample, () -> "no approved sample " + name)
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
