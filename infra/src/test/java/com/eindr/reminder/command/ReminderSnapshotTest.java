package com.eindr.reminder.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.infra.axon.StoredJson;
import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.reminder.command.ReminderSnapshot.Course;
import com.eindr.reminder.command.ReminderSnapshot.Done;
import com.eindr.reminder.command.ReminderSnapshot.Later;
import com.eindr.reminder.command.ReminderSnapshot.Unanswered;
import com.eindr.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderSnapshotTest {
    private static final OccurrenceId FIRST = new OccurrenceId("2026-12-01T09:00");
    private static final OccurrenceId SECOND = new OccurrenceId("2026-12-02T09:00");
    private static final Instant MOMENT = Instant.parse("2026-12-01T04:00:00.123Z");
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final ReminderSnapshot FULL = new ReminderSnapshot(
            ReminderId.of("01890000-0000-7000-8000-000000000001"),
            new UserId("ana"),
            "Take the pill",
            "with water",
            new Schedule(
                    LocalDateTime.of(2026, 12, 1, 9, 0),
                    KARACHI,
                    Timing.FLOATING,
                    "FREQ=DAILY",
                    RepeatFrom.FROM_COMPLETION,
                    OnMissed.SKIP,
                    Duration.ofMinutes(5)),
            ReminderStatus.ACTIVE,
            new Alarm(SECOND, MOMENT, Adjustment.NONE, Alarm.Kind.NAG, 3),
            new Course(
                    FIRST,
                    true,
                    MOMENT,
                    MOMENT,
                    KARACHI,
                    7,
                    List.of(FIRST, SECOND),
                    List.of(FIRST),
                    FIRST,
                    List.of(
                            new Later(SECOND, null, LocalDateTime.of(2026, 12, 3, 7, 30)),
                            new Later(FIRST, MOMENT, null)),
                    new Unanswered(FIRST, MOMENT, 2, true),
                    SECOND,
                    MOMENT),
            new Done(LastDeed.Kind.PUT_OFF, SECOND, new Progress().course()));
    private static final ReminderSnapshot EMPTY = new ReminderSnapshot(
            FULL.reminderId(),
            FULL.ownerId(),
            FULL.title(),
            null,
            FULL.schedule(),
            ReminderStatus.CANCELLED,
            null,
            new Progress().course(),
            null);

    private final Serializer serializer = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(StoredJson::configure)
            .build();

    @Test
    void a_snapshot_is_read_back_as_it_was_and_makes_the_same_reminder() {
        for (ReminderSnapshot snapshot : List.of(FULL, EMPTY)) {
            SerializedObject<byte[]> stored = serializer.serialize(snapshot, byte[].class);
            assertThat(stored.getType().getRevision()).isEqualTo("2");
            ReminderSnapshot read = serializer.deserialize(stored);
            assertThat(read).isEqualTo(snapshot);
            Reminder reminder = new Reminder();
            reminder.on(read);
            assertThat(reminder.snapshot()).isEqualTo(snapshot);
        }
    }

    @Test
    void a_completion_keeps_its_zone() {
        assertThat(new Progress(FULL.course()).begunAnew()).isEqualTo(MOMENT.atZone(KARACHI));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"schedule\"",
                "\"course\"",
                "\"ownerId\"",
                "\"taken\"",
                "\"passed\"",
                "\"occurrence\"",
                "\"without\""
            })
    void a_snapshot_that_lacks_something_is_not_read(String name) {
        SerializedObject<byte[]> stored = serializer.serialize(FULL, byte[].class);
        String json = new String(stored.getData(), StandardCharsets.UTF_8).replace(name, "\"another\"");
        assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(
                        json.getBytes(StandardCharsets.UTF_8), byte[].class, stored.getType())))
                .isInstanceOf(RuntimeException.class);
    }
}
