import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One event of an export. A line that cannot be read is one too: it fits nowhere. */
final class Event {
    /** First of the bytes that are hashed, so that another layout has another name. */
    private static final String LAYOUT = "eindr-event/1";

    private static final Set<String> NAMES = Set.of(
            "position",
            "eventId",
            "aggregateId",
            "sequenceNumber",
            "aggregateType",
            "payloadType",
            "payloadRevision",
            "timestamp",
            "payload",
            "metaData");

    private final Map<String, Object> members;

    private Event(Map<String, Object> members) {
        this.members = members;
    }

    static Event of(Map<String, Object> members) {
        Event event = new Event(members);
        try {
            event.bytes(1);
            return event;
        } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
            return unreadable();
        }
    }

    static Event unreadable() {
        return new Event(Map.of());
    }

    boolean isReadable() {
        return !members.isEmpty();
    }

    /** As the line says; 0 for one that cannot be read. */
    long position() {
        return isReadable() ? (Long) members.get("position") : 0;
    }

    /** The hash of the leaf that this event would be at a position. */
    byte[] hashAt(long position) {
        return isReadable() ? Sha.leaf(bytes(position)) : new byte[Sha.LENGTH];
    }

    @Override
    public String toString() {
        if (!isReadable()) {
            return "a line that is no event";
        }
        String type = String.valueOf(members.get("payloadType"));
        return type.substring(Math.max(type.lastIndexOf('$'), type.lastIndexOf('.')) + 1) + " " + members.get("eventId")
                + " of " + members.get("aggregateId");
    }

    private byte[] bytes(long position) {
        Set<String> names = new HashSet<>(members.keySet());
        if (names.remove("payloadBase64")) {
            names.add("payload");
        }
        if (names.remove("metaDataBase64")) {
            names.add("metaData");
        }
        if (!names.equals(NAMES) || (Long) members.get("position") < 1) {
            throw new IllegalArgumentException("not the members of an event");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        field(bytes, utf8(LAYOUT));
        field(bytes, utf8(Long.toString(position)));
        field(bytes, utf8(text("eventId")));
        field(bytes, utf8(text("aggregateId")));
        field(bytes, utf8(Long.toString((Long) members.get("sequenceNumber"))));
        field(bytes, optional("aggregateType"));
        field(bytes, utf8(text("payloadType")));
        field(bytes, optional("payloadRevision"));
        field(bytes, utf8(Long.toString(micros(text("timestamp")))));
        field(bytes, stored("payload"));
        field(bytes, stored("metaData"));
        return bytes.toByteArray();
    }

    private static void field(ByteArrayOutputStream bytes, byte[] field) {
        int length = field == null ? -1 : field.length;
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        if (field != null) {
            bytes.writeBytes(field);
        }
    }

    private String text(String name) {
        String text = (String) members.get(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    private byte[] optional(String name) {
        return members.get(name) == null ? null : utf8(text(name));
    }

    /** Bytes that are no UTF-8 are exported in base 64, under another name. */
    private byte[] stored(String name) {
        if (members.containsKey(name) == members.containsKey(name + "Base64")) {
            throw new IllegalArgumentException(name + " has to be there once");
        }
        return members.containsKey(name)
                ? utf8(text(name))
                : Base64.getDecoder().decode(text(name + "Base64"));
    }

    private static long micros(String timestamp) {
        Instant instant = Instant.parse(timestamp);
        if (instant.getNano() % 1000 != 0) {
            throw new IllegalArgumentException("more exact than a stored time");
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half a character", e);
        }
    }
}
