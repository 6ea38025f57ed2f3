package com.eindr.infra.stream;

import com.eindr.operation.ActId;
import com.eindr.operation.OperationCommand.OrderPseudonymKey;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key of the analysts' pseudonyms. The path is open to the role {@code admin} only. */
@RestController
@Tag(name = "Operations")
class PseudonymKeyController {
    private final PseudonymKeys keys;
    private final Writes writes;

    PseudonymKeyController(PseudonymKeys keys, Writes writes) {
        this.keys = keys;
        this.writes = writes;
    }

    /** @param number what every pseudonym under the key begins with */
    @Schema(name = "PseudonymKey")
    record KeyBody(int number) {}

    @PostMapping("/api/v1/admin/stream/keys")
    @Operation(
            summary = "Give the analysts' stream another key for its pseudonyms",
            description = "Streams that are opened from now on have other pseudonyms; those that are open keep theirs"
                    + " until they end.")
    KeyBody rotate(@AuthenticationPrincipal Caller caller, WriteRequest write) {
        keys.newest();
        Receipt act = writes.execute(new OrderPseudonymKey(new ActId(TimeOrderedUuid.next()), caller.userId()), write);
        return new KeyBody(keys.add(act.aggregateId()).number());
    }
}
