package com.eindr.infra.stream;

import com.eindr.infra.eventlog.StoredEvent;
import com.eindr.infra.stream.PresentEvents.Present;
import com.eindr.infra.stream.Shape.Field;
import com.eindr.infra.stream.Shape.Manner;
import com.eindr.infra.stream.Shape.Parts;
import com.eindr.infra.stream.Shape.Several;
import com.eindr.infra.stream.Shape.Value;
import com.eindr.shared.MessageKeys;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events for one consumer, as CloudEvents 1.0 in JSON. It copies from parser to generator what {@link Shape} lets
 * through and makes no objects of events, so that a year of them is read in minutes. For one thread.
 */
final class Transcript {
    /** The stream has read so far, whether or not anything matched. */
    static final String CHECKPOINT = "eindr.checkpoint";

    /** There is nothing more for now. */
    static final String CAUGHT_UP = "eindr.caught-up";

    static final String SOURCE = StreamController.EVENTS;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LANGUAGE = Pattern.compile("^([A-Za-z]{2,3})(?:-.*)?$");
    private static final Pattern FREQUENCY = Pattern.compile("(?:^|;)FREQ=([A-Z]+)(?:;|$)");
    private static final Pattern MOMENT = Pattern.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z?)?$");

    private final Pseudonyms pseudonyms;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);

    Transcript(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    byte[] event(StoredEvent stored, Present event) {
        buffer.reset();
        try (JsonGenerator json = JSON.createGenerator(buffer)) {
            begin(json, Long.toString(stored.position()), event.kind().type());
            json.writeStringProperty("time", stored.timestamp().toString());
            json.writeStringProperty("position", Long.toString(stored.position()));
            json.writeStringProperty("subject", pseudonyms.of(stored.aggregateId()));
            if (stored.aggregateType() != null) {
                json.writeStringProperty("aggregatetype", stored.aggregateType());
            }
            json.writeNumberProperty("aggregateversion", stored.sequenceNumber() + 1);
            copyMetaData(stored.metaData(), json);
            json.writeStringProperty(
                    "dataschema",
                    SchemaFiles.address(event.kind().type(), event.kind().revision()));
            json.writeName("data");
            try (JsonParser payload = JSON.createParser(event.payload())) {
                payload.nextToken();
                copyParts(event.kind().shape(), payload, json);
            }
            json.writeEndObject();
        }
        return buffer.toByteArray();
    }

    /** A word about the stream itself, at a position. */
    byte[] signal(String type, long position, Instant now) {
        buffer.reset();
        try (JsonGenerator json = JSON.createGenerator(buffer)) {
            begin(json, type + "-" + position, type);
            json.writeStringProperty("time", now.toString());
            json.writeStringProperty("position", Long.toString(position));
            json.writeEndObject();
        }
        return buffer.toByteArray();
    }

    private static void begin(JsonGenerator json, String id, String type) {
        json.writeStartObject();
        json.writeStringProperty("specversion", "1.0");
        json.writeStringProperty("id", id);
        json.writeStringProperty("source", SOURCE);
        json.writeStringProperty("type", type);
    }

    private void copyMetaData(byte[] stored, JsonGenerator json) {
        try (JsonParser metaData = JSON.createParser(stored)) {
            metaData.nextToken();
            while (metaData.nextToken() == JsonToken.PROPERTY_NAME) {
                String attribute = attribute(metaData.currentName());
                if (metaData.nextToken() == JsonToken.VALUE_STRING && attribute != null) {
                    json.writeStringProperty(attribute, pseudonyms.of(metaData.getString()));
                } else {
                    metaData.skipChildren();
                }
            }
        }
    }

    private static @Nullable String attribute(String key) {
        return switch (key) {
            case MessageKeys.ACTOR -> "actor";
            case MessageKeys.CORRELATION -> "correlationid";
            default -> null;
        };
    }

    /** From the start of an object to its end; of anything else nothing is left. */
    private void copyParts(Parts parts, JsonParser from, JsonGenerator to) {
        to.writeStartObject();
        if (from.currentToken() == JsonToken.START_OBJECT) {
            while (from.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = from.currentName();
                Field field = parts.fields().get(name);
                from.nextToken();
                if (field == null) {
                    from.skipChildren();
                } else {
                    copy(name, field.shape(), from, to);
                }
            }
        }
        to.writeEndObject();
    }

    private void copy(String name, Shape shape, JsonParser from, JsonGenerator to) {
        switch (shape) {
            case Parts parts
            when from.currentToken() == JsonToken.START_OBJECT -> {
                to.writeName(name);
                copyParts(parts, from, to);
            }
            case Several several
            when from.currentToken() == JsonToken.START_ARRAY -> {
                to.writeName(name);
                copyAll(several.each(), from, to);
            }
            case Value value
            when from.currentToken().isScalarValue() -> {
                if (value.manner() == Manner.AS_IS) {
                    copyScalar(name, from, to);
                } else {
                    String shown = shown(value.manner(), from);
                    if (shown != null) {
                        to.writeStringProperty(name, shown);
                    }
                }
            }
            // Not what the code would have written: nobody knows what it is.
            default -> from.skipChildren();
        }
    }

    private void copyAll(Shape each, JsonParser from, JsonGenerator to) {
        to.writeStartArray();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            if (each instanceof Parts parts) {
                copyParts(parts, from, to);
            } else if (each instanceof Value value && from.currentToken().isScalarValue()) {
                String shown = value.manner() == Manner.AS_IS ? from.getString() : shown(value.manner(), from);
                if (shown != null) {
                    to.writeString(shown);
                }
            }
            from.skipChildren();
        }
        to.writeEndArray();
    }

    private static void copyScalar(String name, JsonParser from, JsonGenerator to) {
        if (from.currentToken() != JsonToken.VALUE_NULL) {
            to.writeName(name);
            to.copyCurrentEvent(from);
        }
    }

    private @Nullable String shown(Manner manner, JsonParser from) {
        if (from.currentToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        String text = from.getString();
        return switch (manner) {
            case AS_IS -> text;
            case PSEUDONYM -> pseudonyms.of(text);
            case LANGUAGE -> firstGroup(LANGUAGE, text);
            case FREQUENCY -> firstGroup(FREQUENCY, text);
            case OCCURRENCE -> MOMENT.matcher(text).matches() ? text : null;
        };
    }

    private static @Nullable String firstGroup(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }
}
