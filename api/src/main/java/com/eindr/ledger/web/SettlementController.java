package com.eindr.ledger.web;

import com.eindr.ledger.LedgerQuery.SettlementOf;
import com.eindr.ledger.LedgerQuery.SettlementsOf;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.SettlementCommand.ConfirmSettlement;
import com.eindr.ledger.SettlementCommand.RejectSettlement;
import com.eindr.ledger.SettlementCommand.ReverseSettlement;
import com.eindr.ledger.SettlementCommand.WithdrawSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.ledger.SettlementStatus;
import com.eindr.ledger.SettlementView;
import com.eindr.ledger.web.DebtController.Reason;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Text;
import com.eindr.shared.web.WriteRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
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

/** Payments that people say were made, and agree on. */
@RestController
@RequestMapping(SettlementController.PATH)
@Tag(name = "Ledger")
class SettlementController {
    static final String PATH = "/api/v1/ledger/settlements";

    private final LedgerWrites writes;
    private final Queries queries;
    private final OwnZone zones;

    SettlementController(LedgerWrites writes, Queries queries, OwnZone zones) {
        this.writes = writes;
        this.queries = queries;
        this.zones = zones;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "200", description = "With dryRun: what would happen; nothing is recorded")
    @ApiResponse(
            responseCode = "404",
            description = "The counterparty is no friend of yours, and nothing is owed between you",
            content = @Content)
    @Operation(
            summary = "Say that a payment was made",
            description =
                    "By whoever of the two owes the other, all of it or a part. With a friend it is PROPOSED until"
                        + " they answer; they are reminded, and after seven days it is EXPIRED: silence never"
                        + " confirms. With a contact it is CONFIRMED at once. More than is owed is refused with the"
                        + " amount that is (owed), and so is what waits to be confirmed already (held). While the"
                        + " other's own proposal waits for your answer you cannot make one (settlementId says which it"
                        + " is). It takes no plan, and where something is owed no friendship.")
    ResponseEntity<LedgerWritten> propose(
            @AuthenticationPrincipal Caller caller,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun,
            @Valid @RequestBody NewSettlement body) {
        return writes.create(PATH + "/", body.command(caller.userId(), zones.of(caller.userId())), write, dryRun);
    }

    @GetMapping
    @Operation(summary = "List settlements that you proposed or that were proposed to you, the latest first")
    Slice<SettlementView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable SettlementStatus status,
            @RequestParam(required = false) @Text(max = 200) @Nullable String counterparty,
            SliceRequest slice) {
        return queries.slice(new SettlementsOf(caller.userId(), status, counterparty, slice), SettlementView.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a settlement")
    ResponseEntity<SettlementView> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        SettlementView settlement = queries.optional(
                        new SettlementOf(caller.userId(), new SettlementId(id)), SettlementView.class)
                .orElseThrow(LedgerRefusal.SETTLEMENT_NOT_FOUND::refusal);
        return ResponseEntity.ok().eTag(EntityTags.of(settlement.version())).body(settlement);
    }

    @PostMapping("/{id}/confirm")
    @Operation(
            summary = "Confirm a payment that the other says was made",
            description = "From now on it counts, if so much is still owed. Confirming again changes nothing.")
    ResponseEntity<LedgerWritten> confirm(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun) {
        return writes.change(new ConfirmSettlement(new SettlementId(id), caller.userId()), write, dryRun);
    }

    @PostMapping("/{id}/reject")
    @Operation(
            summary = "Say that a payment that the other says was made was not",
            description = "What is owed stays owed. Rejecting again changes nothing.")
    ResponseEntity<LedgerWritten> reject(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun) {
        return writes.change(new RejectSettlement(new SettlementId(id), caller.userId()), write, dryRun);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(
            summary = "Take back a settlement that you proposed and nobody has answered",
            description = "Withdrawing again changes nothing.")
    ResponseEntity<LedgerWritten> withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun) {
        return writes.change(new WithdrawSettlement(new SettlementId(id), caller.userId()), write, dryRun);
    }

    @PostMapping("/{id}/reverse")
    @Operation(
            summary = "Undo a settlement with a contact that you recorded",
            description =
                    "An entry of the same amount the other way is posted, and what was owed is owed again. Only with a"
                        + " mere contact: what two users settled is never undone by one of them. Not once all that was"
                        + " owed with the contact was moved to a friend. Reversing again changes nothing.")
    ResponseEntity<LedgerWritten> reverse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun,
            @Valid @RequestBody(required = false) @Nullable Reason body) {
        return writes.change(
                new ReverseSettlement(new SettlementId(id), caller.userId(), body == null ? null : body.reason()),
                write,
                dryRun);
    }
}
