package com.eindr.infra.deadletters;

import com.eindr.infra.deadletters.DeadLetters.Sequence;
import com.eindr.operation.ActId;
import com.eindr.operation.OperationCommand.OrderRetry;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
    private final Writes writes;

    DeadLetterController(DeadLetters letters, Writes writes) {
        this.letters = letters;
        this.writes = writes;
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
    RetryBody retry(@AuthenticationPrincipal Caller caller, @PathVariable String group, WriteRequest write) {
        writes.execute(new OrderRetry(new ActId(TimeOrderedUuid.next()), group, caller.userId()), write);
        int settled = letters.retry(group);
        return new RetryBody(settled, letters.count(group));
    }
}
