package com.eindr.infra.stream;

import com.eindr.infra.stream.EventStream.Order;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events, for analysts. The path is open to the role {@code analyst} only. */
@RestController
@Tag(name = "Stream")
class StreamController {
    static final String EVENTS = "/api/v1/stream/events";
    static final String SCHEMAS = "/api/v1/stream/schemas";
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final EventStreams streams;
    private final PseudonymKeys keys;
    private final SchemaFiles schemas;

    StreamController(EventStreams streams, PseudonymKeys keys, SchemaFiles schemas) {
        this.streams = streams;
        this.keys = keys;
        this.schemas = schemas;
    }

    /** Notations that Spring has no constant for. */
    static final class MediaTypes {
        static final String NDJSON = "application/x-ndjson";
        static final String BATCH = "application/cloudevents-batch+json";

        private MediaTypes() {}
    }

    @GetMapping(
            path = EVENTS,
            produces = {MediaTypes.NDJSON, MediaType.TEXT_EVENT_STREAM_VALUE, MediaTypes.BATCH})
    @Operation(
            summary = "Read all events, without personal data",
            description = "CloudEvents from the beginning, or behind a position. Their ids are their positions."
                + " Between them eindr.checkpoint says how far the stream has read, and eindr.caught-up that there is"
                + " no more for now: there lines and batches end, unless follow=true, and server-sent events go on."
                + " Every stream ends with the token, and with a consumer who does not read; then go on behind the"
                + " last position. All ids are pseudonyms, which begin with the number of their key. AsyncAPI:"
                + " /v3/asyncapi.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content = {
                @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = MediaTypes.BATCH, schema = @Schema(type = "array"))
            })
    void events(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "The last position that you have") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "Names of event types with commas between them; all where there are none")
                    @RequestParam(required = false)
                    @Nullable
                    String types,
            @Parameter(description = "Whether lines and batches go on at the end of the log")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean follow,
            @Parameter(description = "The number of the key of the pseudonyms; the newest where there is none")
                    @RequestParam(required = false)
                    @Nullable
                    Integer key,
            @Parameter(description = "As after, and before it")
                    @RequestHeader(name = LAST_EVENT_ID, required = false)
                    @Nullable
                    String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Framing framing = framing(request);
        long position = lastEventId == null || lastEventId.isEmpty()
                ? position("after", after)
                : position(LAST_EVENT_ID, lastEventId);
        Order order = new Order(
                position,
                types(types),
                framing,
                framing == Framing.SSE || Boolean.TRUE.equals(follow),
                caller.expiresAt());
        PseudonymKeys.Key chosen = key == null
                ? keys.newest()
                : keys.numbered(key).orElseThrow(() -> InvalidRequest.of("key", "must be the number of a key"));
        try (EventStreams.Place _ = streams.enter(caller.userId())) {
            response.setContentType(framing.mediaType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("Pseudonym-Key", Integer.toString(chosen.number()));
            if (!request.getMethod().equals("HEAD")) {
                streams.run(order, new Pseudonyms(chosen, caller.userId()), response.getOutputStream());
            }
        }
    }

    private long position(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw InvalidRequest.of(parameter, "must be the position of an event");
        }
        long position = Long.parseLong(text);
        if (position > streams.horizon()) {
            throw InvalidRequest.of(parameter, "lies behind the end of the log");
        }
        return position;
    }

    private @Nullable Set<String> types(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Set<String> wanted = new LinkedHashSet<>(List.of(text.split(",", -1)));
        if (!schemas.types().containsAll(wanted)) {
            throw InvalidRequest.of("types", "must be names of event types with commas between them");
        }
        return wanted;
    }

    /** The first notation that the caller accepts, by what they prefer. Spring has seen to it that there is one. */
    private static Framing framing(HttpServletRequest request) {
        List<MediaType> accepted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        MimeTypeUtils.sortBySpecificity(accepted);
        for (MediaType wanted : accepted) {
            for (Framing framing : Framing.values()) {
                if (wanted.includes(MediaType.valueOf(framing.mediaType()))) {
                    return framing;
                }
            }
        }
        return Framing.NDJSON;
    }
}
