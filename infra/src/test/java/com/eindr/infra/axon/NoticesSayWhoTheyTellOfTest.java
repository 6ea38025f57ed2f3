package com.eindr.infra.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.notification.NotificationEvent.NoticeRaised;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;

class NoticesSayWhoTheyTellOfTest {
    private final Jackson3Serializer serializer = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(StoredJson::configure)
            .build();

    @Test
    void a_notice_of_the_first_revision_is_about_nobody() throws IOException {
        NoticeRaised notice = lifted("1");
        assertThat(notice.about()).isNull();
        assertThat(notice.title()).isEqualTo("Your trial ends on 14 December.");
    }

    @Test
    void a_notice_of_the_second_is_left_as_it_is() throws IOException {
        assertThat(lifted("2").about()).hasToString("ben");
    }

    private NoticeRaised lifted(String revision) throws IOException {
        try (InputStream sample = getClass().getResourceAsStream("/events/NoticeRaised-" + revision + ".json")) {
            var stored = new GenericDomainEventEntry<>(
                    "Notification",
                    "notice",
                    0L,
                    "event",
                    Instant.EPOCH,
                    NoticeRaised.class.getName(),
                    revision,
                    Objects.requireNonNull(sample).readAllBytes(),
                    "{}".getBytes(UTF_8));
            IntermediateEventRepresentation lifted = new NoticesSayWhoTheyTellOf()
                    .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                    .findFirst()
                    .orElseThrow();
            return serializer.deserialize(lifted.getData());
        }
    }
}
