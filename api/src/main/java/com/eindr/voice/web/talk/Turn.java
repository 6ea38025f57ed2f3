package com.eindr.voice.web.talk;

import com.eindr.voice.Fate;
import com.eindr.voice.web.deed.Deed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, and what they were answered.
 *
 * @param intents what was understood and what became of it; empty for mere talk
 */
@Schema(name = "Turn")
public record Turn(Instant at, String said, String reply, List<Happened> intents) {
    public Turn {
        intents = List.copyOf(intents);
    }

    /**
     * What became of one thing.
     *
     * @param resource the path of what was made or changed; null where there is no single one
     */
    @Schema(name = "TurnIntent")
    public record Happened(
            @Schema(example = "reminder.create") String intent,
            Fate status,
            @Nullable String resource) {}

    public static Turn of(Instant at, String said, String reply, List<Deed> deeds) {
        return new Turn(
                at,
                said,
                reply,
                deeds.stream()
                        .filter(deed -> deed.said().intent().isCommand())
                        .map(deed -> new Happened(deed.said().intent().code(), deed.fate(), deed.resource()))
                        .toList());
    }
}
