package com.eindr.ledger.web;

import com.eindr.ledger.DebtCommand.AcceptDebt;
import com.eindr.ledger.DebtCommand.DisputeDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtStatus;
import com.eindr.ledger.DebtView;
import com.eindr.ledger.LedgerQuery.DebtOf;
import com.eindr.ledger.LedgerQuery.DebtsOf;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Text;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.openapi.LockedByPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who owes whom, as people say and agree. */
@RestController
@RequestMapping(DebtController.PATH)
@Tag(name = "Ledger")
class DebtController {
    static final String PATH = "/api/v1/ledger/debts";

    private final LedgerWrites writes;
    private final Queries queries;
    private final OwnZone zones;

    DebtController(LedgerWrites writes, Queries queries, OwnZone zones) {
        this.writes = writes;
        this.queries = queries;
        this.zones = zones;
    }

    @Schema(name = "Reason")
    record Reason(@Text(max = 1_000, lines = true) @Nullable String reason) {}

    @PostMapping
    @LockedByPlan
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "200", description = "With dryRun: what would happen; nothing is recorded")
    @ApiResponse(responseCode = "404", description = "The counterparty is no friend of yours", content = @Content)
    @Operation(
            summary = "Record a debt",
            description =
                    "With a friend it is UNCONFIRMED until they accept it, or ACCEPTED at once if they let you record"
                            + " debts; then it counts. With a contact's name it is yours alone, and counts at once. 200"
                            + " debts with one friend may be recorded a day.")
    ResponseEntity<LedgerWritten> record(
            @AuthenticationPrincipal Caller caller,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun,
            @Valid @RequestBody NewDebt body) {
        return writes.create(PATH + "/", body.command(caller.userId(), zones.of(caller.userId())), write, dryRun);
    }

    @GetMapping
    @Operation(summary = "List debts that you recorded or that were recorded with you, the latest first")
    Slice<DebtView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable DebtStatus status,
            @RequestParam(required = false) @Text(max = 200) @Nullable String counterparty,
            SliceRequest slice) {
        return queries.slice(new DebtsOf(caller.userId(), status, counterparty, slice), DebtView.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a debt")
    ResponseEntity<DebtView> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        DebtView debt = queries.optional(new DebtOf(caller.userId(), new DebtId(id)), DebtView.class)
                .orElseThrow(LedgerRefusal.DEBT_NOT_FOUND::refusal);
        return ResponseEntity.ok().eTag(EntityTags.of(debt.version())).body(debt);
    }

    @PostMapping("/{id}/accept")
    @LockedByPlan
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Accept a debt that somebody recorded with you",
            description = "From now on it counts. Accepting again changes nothing.")
    ResponseEntity<LedgerWritten> accept(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun) {
        return writes.change(new AcceptDebt(new DebtId(id), caller.userId()), write, dryRun);
    }

    @PostMapping("/{id}/dispute")
    @Operation(
            summary = "Say that a debt that somebody recorded with you is not so",
            description = "It does not count, and is shown apart. You may still accept it, and the recorder may take it"
                    + " back. What you accepted yourself you cannot dispute.")
    ResponseEntity<LedgerWritten> dispute(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun,
            @Valid @RequestBody(required = false) @Nullable Reason body) {
        return writes.change(new DisputeDebt(new DebtId(id), caller.userId(), reason(body)), write, dryRun);
    }

    @PostMapping("/{id}/reverse")
    @Operation(
            summary = "Take back a debt that you recorded",
            description =
                    "WITHDRAWN where it did not count yet; REVERSED where it did, by an entry of the same amount the"
                            + " other way. A debt is never changed or deleted.")
    ResponseEntity<LedgerWritten> reverse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun,
            @Valid @RequestBody(required = false) @Nullable Reason body) {
        return writes.change(new ReverseDebt(new DebtId(id), caller.userId(), reason(body)), write, dryRun);
    }

    private static @Nullable String reason(@Nullable Reason body) {
        return body == null ? null : body.reason();
    }
}
