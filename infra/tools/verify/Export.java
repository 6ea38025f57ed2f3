import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads an export line by line: its events one after the other, and what stands between them on the way. */
final class Export {
    private static final int LONGEST_LINE = 16 << 20;

    private final InputStream input;
    private final Trust trust;
    private String checkpoint;
    private long after;
    private long announced = -1;
    private boolean begun;
    private boolean ended;
    private Event first;

    Export(InputStream input, Trust trust) {
        this.input = input;
        this.trust = trust;
    }

    /** The signed checkpoint whose tree the export carries; null where it carries none. */
    String checkpoint() {
        return checkpoint;
    }

    /** Behind which position it begins. */
    long after() {
        return after;
    }

    /** How many events it says it has; -1 where it does not say. */
    long announced() {
        return announced;
    }

    /** Whether its last line was there, without which it may have been cut off on its way. */
    boolean isComplete() {
        return ended;
    }

    /** Reads what stands before the first event. */
    void begin() throws IOException {
        first = read();
        begun = true;
    }

    /** The next event; null after the last. Reads no further, as hashes of later events may follow. */
    Event next() throws IOException {
        Event event = first == null ? read() : first;
        first = null;
        return event;
    }

    private Event read() throws IOException {
        for (String line = line(); line != null; line = line()) {
            if (!line.isBlank()) {
                Event event = event(line);
                if (event != null) {
                    return event;
                }
            }
        }
        return null;
    }

    private Event event(String line) {
        Map<String, Object> members;
        try {
            members = Json.object(line);
            if (members.get("tile") instanceof Map<?, ?> tile) {
                trust.add(
                        Math.toIntExact((Long) tile.get("level")),
                        (Long) tile.get("index"),
                        (String) tile.get("hashes"),
                        !begun);
                return null;
            } else if (members.get("export") instanceof Map<?, ?> export) {
                checkpoint = (String) export.get("checkpoint");
                after = export.get("after") == null ? 0 : (Long) export.get("after");
                announced = export.get("events") == null ? -1 : (Long) export.get("events");
                return null;
            }
        } catch (IllegalArgumentException | ClassCastException | NullPointerException | ArithmeticException e) {
            boolean between = line.startsWith("{\"tile\"") || line.startsWith("{\"export\"");
            return between ? null : Event.unreadable();
        }
        if (members.containsKey("progress") || members.containsKey("end")) {
            ended |= members.containsKey("end");
            return null;
        }
        return Event.of(members);
    }

    /** Bytes that are no UTF-8 must not be taken for the character that stands for such bytes. */
    private String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        int read = input.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (bytes.size() == LONGEST_LINE) {
                throw new IOException("a line of more than 16 MiB");
            }
            bytes.write(read);
            read = input.read();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return "not UTF-8";
        }
    }
}
