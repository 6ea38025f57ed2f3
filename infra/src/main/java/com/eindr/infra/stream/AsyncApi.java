package com.eindr.infra.stream;

import com.eindr.infra.stream.StreamController.MediaTypes;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The stream in the words of AsyncAPI 3.0, made from the schemas, so that it cannot say anything else than they do. */
@Component
class AsyncApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CLOUD_EVENT = "#/components/schemas/CloudEvent";

    private final String document;

    AsyncApi(SchemaFiles schemas) {
        this.document = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(build(schemas));
    }

    String document() {
        return document;
    }

    private static ObjectNode build(SchemaFiles schemas) {
        ObjectNode api = JSON.createObjectNode().put("asyncapi", "3.0.0");
        api.putObject("info")
                .put("title", "Eindr: the stream of events")
                .put("version", "1")
                .put(
                        "description",
                        "Everything that has happened, in order, without personal data: CloudEvents over HTTP, for"
                                + " the role analyst.");
        api.put("defaultContentType", "application/cloudevents+json");
        ObjectNode channel = api.putObject("channels").putObject("events");
        channel.put("address", StreamController.EVENTS);
        channel.put("title", "All events from a position on");
        channel.put(
                "description",
                "GET with Accept: " + MediaTypes.NDJSON + ", " + MediaType.TEXT_EVENT_STREAM_VALUE + " or "
                        + MediaTypes.BATCH + ". The query takes after (a position), types (names with commas between"
                        + " them), follow and key; Last-Event-ID counts before after.");
        ObjectNode offered = channel.putObject("messages");
        ObjectNode operation = api.putObject("operations").putObject("sendEvents");
        operation.put("action", "send").put("summary", "Eindr sends what has happened to whoever reads the stream");
        operation.putObject("channel").put("$ref", "#/channels/events");
        ArrayNode sent = operation.putArray("messages");
        ObjectNode components = api.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode described = components.putObject("schemas");
        described.set("CloudEvent", cloudEvent());
        for (SchemaFiles.Name name : schemas.names()) {
            String key = name.type() + "." + name.revision();
            ObjectNode message = message(messages, key, name.type());
            ArrayNode both = message.putObject("payload").putArray("allOf");
            both.addObject().put("$ref", CLOUD_EVENT);
            ObjectNode own = both.addObject();
            own.putArray("required").add("data");
            ObjectNode properties = own.putObject("properties");
            properties.putObject("type").put("const", name.type());
            properties
                    .putObject("dataschema")
                    .put("const", SchemaFiles.address(name.type(), Integer.toString(name.revision())));
            properties.putObject("data").put("$ref", "#/components/schemas/" + key);
            ObjectNode data = (ObjectNode)
                    JSON.readTree(schemas.find(name.type(), name.revision()).orElseThrow());
            // Inside another document the reference counts, and not an address of its own.
            data.remove("$id");
            data.remove("$schema");
            described.set(key, data);
            link(offered, sent, key);
        }
        for (String signal : new String[] {Transcript.CHECKPOINT, Transcript.CAUGHT_UP}) {
            ArrayNode both =
                    message(messages, signal, signal).putObject("payload").putArray("allOf");
            both.addObject().put("$ref", CLOUD_EVENT);
            both.addObject().putObject("properties").putObject("type").put("const", signal);
            link(offered, sent, signal);
        }
        return api;
    }

    private static ObjectNode message(ObjectNode messages, String key, String name) {
        return messages.putObject(key).put("name", name).put("contentType", "application/cloudevents+json");
    }

    private static void link(ObjectNode offered, ArrayNode sent, String key) {
        offered.putObject(key).put("$ref", "#/components/messages/" + key);
        sent.addObject().put("$ref", "#/channels/events/messages/" + key);
    }

    private static ObjectNode cloudEvent() {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ArrayNode required = schema.putArray("required");
        for (String name : new String[] {"specversion", "id", "source", "type", "time", "position"}) {
            required.add(name);
        }
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        text(properties, "id", "The position of an event; of a checkpoint, a text that contains it");
        properties.putObject("source").put("const", Transcript.SOURCE);
        text(properties, "type", "The name of the event");
        text(properties, "time", "When it happened, UTC").put("format", "date-time");
        text(properties, "position", "By which the stream is resumed").put("pattern", "^[0-9]+$");
        text(properties, "subject", "What it happened to").put("pattern", Pseudonyms.PATTERN);
        text(properties, "aggregatetype", "What kind of thing that is");
        properties
                .putObject("aggregateversion")
                .put("type", "integer")
                .put("description", "How many events that thing has had with this one");
        text(properties, "actor", "Who or what did it").put("pattern", Pseudonyms.PATTERN);
        text(properties, "correlationid", "The same in all events that follow from one request")
                .put("pattern", Pseudonyms.PATTERN);
        text(properties, "dataschema", "Where the JSON Schema of the data is");
        return schema;
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }
}
