package com.eindr.voice.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eindr.shared.web.WebJson;
import com.eindr.voice.web.deed.Done;
import com.eindr.voice.web.talk.Conversation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Writes what is said as server-sent events, as it comes. Nothing is answered before the first, so that until then a request can
 * still be refused.
 */
final class EventWriter implements Conversation.Listener {
    private final HttpServletResponse response;
    private final WebJson json;

    EventWriter(HttpServletResponse response, WebJson json) {
        this.response = response;
        this.json = json;
    }

    /** Nobody is there any more. */
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Gone(IOException cause) {
            super(cause);
        }
    }

    private record Delta(String text) {}

    private record Intents(List<CommandsBody.Part> intents) {}

    @Override
    public void heard(String words) {
        send("delta", new Delta(words), null);
    }

    @Override
    public void done(Done done) {
        send("intents", new Intents(List.of(CommandsBody.Part.of(done))), null);
    }

    /** @param token by which a later read sees what was recorded; null where nothing was */
    void end(CommandsBody whole, @Nullable String token) {
        send("end", whole, token);
    }

    /** @throws Gone which ends the conversation */
    private void send(String name, Object body, @Nullable String id) {
        if (!response.isCommitted()) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // A proxy that gathers answers would make a stream of it no more.
            response.setHeader("X-Accel-Buffering", "no");
        }
        // JSON has no line feeds of its own.
        String event = "event: " + name + (id == null ? "" : "\nid: " + id) + "\ndata: "
                + json.mapper().writeValueAsString(body) + "\n\n";
        try {
            response.getOutputStream().write(event.getBytes(UTF_8));
            response.flushBuffer();
        } catch (IOException e) {
            throw new Gone(e);
        }
    }
}
