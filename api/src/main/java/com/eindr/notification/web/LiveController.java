package com.eindr.notification.web;

import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens to a person's own things, as it happens. */
@RestController
@Tag(name = "Notifications")
class LiveController {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Tokens expire by the world's clock, even where the application's clock is moved. */
    private final InstantSource clock = InstantSource.system();

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Watch your own changes",
            description = "Server-sent events. Their names are those of what happened, such as reminder-created,"
                    + " occurrence-rang or notification-raised; their ids resume the stream. It ends with the token,"
                    + " and with a device that does not keep up; then connect again.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = LiveBody.class)))
    @ApiResponse(responseCode = "410", description = "The id is older than what is kept", content = @Content)
    SseEmitter live(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId) {
        Duration lifetime = Duration.between(clock.instant(), caller.expiresAt());
        return streams.open(
                caller.userId(), position(lastEventId), lifetime.isPositive() ? lifetime : Duration.ofMillis(1));
    }

    private static OptionalLong position(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw InvalidRequest.of(LAST_EVENT_ID, "must be the id of an event of this stream");
        }
        return OptionalLong.of(Long.parseLong(lastEventId));
    }
}
