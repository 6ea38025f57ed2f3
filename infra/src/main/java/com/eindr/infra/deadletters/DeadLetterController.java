package com.eindr.infra.deadletters;

import com.eindr.infra.deadletters.DeadLetters.Sequence;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What could not be handled, and trying it again. The path is open to the role {@code admin} only. */
@RestController
@RequestMapping("/api/v1/admin/dead-letters")
@Tag(name = "Operations")
class DeadLetterController {
    private static final int MOST_SHOWN = 100;

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    record SequenceList(List<Sequence> items) {}

    /**
     * @param settled aggregates all of whose events are handled now
     * @param remaining letters that still wait
     */
    record RetryBody(int settled, long remaining) {}

    @GetMapping
    @Operation(summary = "The events that could not be handled, oldest first")
    SequenceList list() {
        return new SequenceList(letters.sequences(MOST_SHOWN));
    }

    @PostMapping("/{group}/retry")
    @Operation(summary = "Handle the dead letters of a group once more")
    RetryBody retry(@PathVariable String group) {
        int settled = letters.retry(group);
        return new RetryBody(settled, letters.count(group));
    }
}
