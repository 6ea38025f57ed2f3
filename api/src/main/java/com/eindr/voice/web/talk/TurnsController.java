package com.eindr.voice.web.talk;

import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.WriteRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person has said to Eindr, if they allow that it is kept. */
@RestController
@RequestMapping("/api/v1/voice/history")
@Tag(name = "Voice")
class TurnsController {
    private final Turns turns;

    TurnsController(Turns turns) {
        this.turns = turns;
    }

    @GetMapping
    @Operation(
            summary = "List what you have said and were answered, the latest first",
            description =
                    "Kept for ninety days, and only while chatHistoryEnabled of your preferences is true; nothing of"
                            + " what was said before or after.")
    Slice<Turn> list(@AuthenticationPrincipal Caller caller, SliceRequest slice) {
        return turns.of(caller.userId(), slice);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Erase what you have said",
            description = "At once and for good. What was done stays done; to keep nothing from now on, set"
                    + " chatHistoryEnabled to false.")
    void erase(WriteRequest write) {
        turns.forget(write.actor());
    }
}
