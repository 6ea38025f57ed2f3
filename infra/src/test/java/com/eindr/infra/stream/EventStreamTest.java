package com.eindr.infra.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.axon.StoredJson;
import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.stream.EventStream.Order;
import com.eindr.infra.testing.TestClock;
import com.eindr.note.NoteEvent.NoteDeleted;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.shared.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One consumer's way through a log that is in memory. */
class EventStreamTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();
    private static final UserId CONSUMER = new UserId("consumer");

    private final Jackson3Serializer serializer = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(StoredJson::configure)
            .build();
    private final PresentEvents present = new PresentEvents(serializer, List.of());
    private final TestClock clock = new TestClock();
    private final InMemoryLog log = new InMemoryLog();

    /** Every third event is about a reminder, the others are about notes. */
    private static final class InMemoryLog implements EventStream.Log {
        private final AtomicInteger reads = new AtomicInteger();
        private volatile int size;

        @Override
        public List<StoredEvent> after(long position) {
            reads.incrementAndGet();
            return IntStream.rangeClosed((int) position + 1, Math.min(size, (int) position + AT_ONCE))
                    .mapToObj(InMemoryLog::event)
                    .toList();
        }

        @Override
        public boolean reachesBeyond(long position) {
            return size > position;
        }

        private static StoredEvent event(int position) {
            boolean ofReminder = position % 3 == 0;
            String id = "0199e3a1-7c2d-7f10-8a4b-%012d".formatted(position);
            return new StoredEvent(
                    position,
                    id,
                    id,
                    0,
                    ofReminder ? "Reminder" : "Note",
                    (ofReminder ? ReminderCompleted.class : NoteDeleted.class).getName(),
                    "1",
                    Instant.EPOCH,
                    ("{\"" + (ofReminder ? "reminderId" : "noteId") + "\":\"" + id + "\",\"ownerId\":\"ana\"}")
                            .getBytes(UTF_8),
                    "{\"actor\":\"ana\"}".getBytes(UTF_8));
        }
    }

    @Property(tries = 60)
    void a_stream_that_is_cut_anywhere_and_resumed_is_the_whole_stream(
            @ForAll @IntRange(max = 1_700) int size,
            @ForAll @IntRange(max = 1_800) int cut,
            @ForAll boolean filtered,
            @ForAll Framing framing) {
        log.size = size;
        Set<String> types = filtered ? Set.of("ReminderCompleted") : null;
        List<JsonNode> whole = read(0, types, framing);
        Assume.that(cut < whole.size());
        long last = cut == 0 ? 0 : position(whole.get(cut - 1));

        List<JsonNode> together = new ArrayList<>(whole.subList(0, cut));
        together.addAll(read(last, types, framing));

        assertThat(ids(together)).isEqualTo(ids(whole)).doesNotHaveDuplicates();
        assertThat(whole.stream().filter(item -> item.has("data")).map(EventStreamTest::position))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, size)
                        .filter(position -> !filtered || position % 3 == 0)
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(whole.getLast().path("type").asString()).isEqualTo(Transcript.CAUGHT_UP);
        assertThat(position(whole.getLast())).isEqualTo(size);
    }

    @Example
    void there_are_checkpoints_even_where_nothing_matches() {
        log.size = 25_000;

        assertThat(ids(read(0, Set.of("DebtRecorded"), Framing.NDJSON)))
                .containsExactly("eindr.checkpoint-10000", "eindr.checkpoint-20000", "eindr.caught-up-25000");
    }

    @Example
    void a_stream_that_follows_has_a_heartbeat_and_says_how_far_it_has_come() throws InterruptedException {
        log.size = 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventStream stream = stream(order(0, Set.of("DebtRecorded"), Framing.SSE, true), out);
        Thread running = Thread.ofVirtual().start(() -> run(stream));
        try {
            await().atMost(SOON).until(() -> out.toString(UTF_8).contains("event: eindr.caught-up"));
            clock.advance(EventStream.HEARTBEAT);
            await().atMost(SOON).until(() -> out.toString(UTF_8).contains("id: 2\nevent: eindr.checkpoint\n"));

            log.size = 5;
            clock.advance(EventStream.HEARTBEAT);
            await().atMost(SOON).until(() -> {
                clock.advance(EventStream.HEARTBEAT);
                return out.toString(UTF_8).contains("id: 5\nevent: eindr.checkpoint\n");
            });
            assertThat(out.toString(UTF_8)).startsWith("retry: ").doesNotContain("NoteDeleted");
        } finally {
            stream.end();
            running.join();
        }
    }

    @Example
    void nothing_is_read_ahead_for_a_consumer_who_does_not_read() throws InterruptedException {
        log.size = 10 * EventStream.Log.AT_ONCE;
        Semaphore allowed = new Semaphore(1);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        EventStream stream = stream(order(0, null, Framing.NDJSON, false), new OutputStream() {
            @Override
            public void write(int octet) {
                read.write(octet);
            }

            @Override
            public void write(byte[] octets, int from, int length) {
                allowed.acquireUninterruptibly();
                read.write(octets, from, length);
            }
        });
        Thread running = Thread.ofVirtual().start(() -> run(stream));
        await().atMost(SOON).until(allowed::hasQueuedThreads);

        assertThat(log.reads).hasValueLessThanOrEqualTo(2);

        allowed.release(100);
        running.join();
        assertThat(read.toString(UTF_8).lines()).hasSize(log.size + 1);
    }

    private List<JsonNode> read(long after, @Nullable Set<String> types, Framing framing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(stream(order(after, types, framing, false), out));
        String text = out.toString(UTF_8);
        return switch (framing) {
            case BATCH -> JSON.readTree(text).valueStream().toList();
            case NDJSON -> text.lines().map(JSON::readTree).toList();
            case SSE ->
                text.lines()
                        .filter(line -> line.startsWith("data: "))
                        .map(line -> JSON.readTree(line.substring("data: ".length())))
                        .toList();
        };
    }

    private static Order order(long after, @Nullable Set<String> types, Framing framing, boolean follow) {
        return new Order(after, types, framing, follow, Instant.now().plus(Duration.ofHours(1)));
    }

    private EventStream stream(Order order, OutputStream out) {
        Pseudonyms pseudonyms = new Pseudonyms(new PseudonymKeys.Key(1, new byte[32]), CONSUMER);
        return new EventStream(order, log, present, new Transcript(pseudonyms), clock, out);
    }

    private static void run(EventStream stream) {
        try {
            stream.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long position(JsonNode item) {
        return Long.parseLong(item.path("position").asString());
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asString()).toList();
    }
}
