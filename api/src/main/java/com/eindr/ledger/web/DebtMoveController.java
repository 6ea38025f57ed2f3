package com.eindr.ledger.web;

import static java.util.stream.Collectors.toSet;

import com.eindr.ledger.BalanceView;
import com.eindr.ledger.DebtMoveCommand.AcceptDebtMove;
import com.eindr.ledger.DebtMoveCommand.DisputeDebtMove;
import com.eindr.ledger.DebtMoveCommand.WithdrawDebtMove;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.DebtMoveQuery.DebtMoveOf;
import com.eindr.ledger.DebtMoveQuery.DebtMovesOf;
import com.eindr.ledger.DebtMoveStatus;
import com.eindr.ledger.DebtMoveView;
import com.eindr.ledger.LedgerQuery.BalancesOf;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.Party;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.openapi.LockedByPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** What was owed with a mere contact, once the contact is a friend. */
@RestController
@RequestMapping(DebtMoveController.PATH)
@Tag(name = "Ledger")
class DebtMoveController {
    static final String PATH = "/api/v1/ledger/debt-moves";

    private final LedgerWrites writes;
    private final Queries queries;
    private final OwnZone zones;

    DebtMoveController(LedgerWrites writes, Queries queries, OwnZone zones) {
        this.writes = writes;
        this.queries = queries;
        this.zones = zones;
    }

    @PostMapping
    @LockedByPlan
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "200", description = "With dryRun: what would happen; nothing is recorded")
    @ApiResponse(responseCode = "404", description = "You have no such friend", content = @Content)
    @Operation(
            summary = "Say that a contact is a friend, with whom is owed what was owed with the contact",
            description =
                    "It is PROPOSED until the friend answers, also where they let you record debts unasked, and after"
                        + " seven days it is EXPIRED: silence never accepts. They are shown what would be owed, and"
                        + " the amounts and days it came from, but neither the contact's name nor your notes. Nothing"
                        + " is put aside for it: you can go on with the contact meanwhile, and what has changed by"
                        + " then cannot be accepted. It takes the plan that recording a debt with a friend takes, and"
                        + " counts as one. Some are never shown to the friend, and expire like those that nobody"
                        + " answers.")
    ResponseEntity<LedgerWritten> propose(
            @AuthenticationPrincipal Caller caller,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun,
            @Valid @RequestBody NewDebtMove body) {
        Party contact = body.contact(caller.userId());
        Set<Currency> named = body.named();
        return writes.create(
                PATH + "/", body.command(contact, named == null ? owedWith(contact) : named), write, dryRun);
    }

    /** In which currencies; as far as the balances that are shown have come. How much is decided by the accounts. */
    private Set<Currency> owedWith(Party contact) {
        return queries.slice(new BalancesOf(contact.userId()), BalanceView.class).items().stream()
                .filter(balance -> balance.counterparty().equals(contact))
                .map(balance -> balance.net().currency())
                .collect(toSet());
    }

    @GetMapping
    @Operation(summary = "List what you proposed to move, or a friend did with you, the latest first")
    Slice<DebtMoveView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable DebtMoveStatus status,
            SliceRequest slice) {
        return queries.slice(new DebtMovesOf(caller.userId(), status, slice), DebtMoveView.class);
    }

    /** The tag is for If-Match only: the entries are another read model, which may lack some of them for a moment. */
    @GetMapping("/{id}")
    @Operation(
            summary = "Read what is proposed to be moved",
            description = "With the entries that it came from, without anybody's words.")
    DebtMoveView read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        DebtMoveView move = queries.optional(new DebtMoveOf(caller.userId(), new DebtMoveId(id)), DebtMoveView.class)
                .orElseThrow(LedgerRefusal.MOVE_NOT_FOUND::refusal);
        response.setHeader(HttpHeaders.ETAG, EntityTags.of(move.version()));
        return move;
    }

    @PostMapping("/{id}/accept")
    @LockedByPlan
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Agree that what was noted down is between you two",
            description = "From now on you owe, or are owed, what you were shown: it leaves the contact's balance and"
                    + " arrives in yours, all of it or nothing. Where less or more is owed with the contact by now it"
                    + " is refused (balance-changed), and the friend can propose it anew. Accepting again changes"
                    + " nothing.")
    ResponseEntity<LedgerWritten> accept(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun) {
        return writes.change(
                new AcceptDebtMove(new DebtMoveId(id), caller.userId(), zones.of(caller.userId())), write, dryRun);
    }

    @PostMapping("/{id}/dispute")
    @Operation(
            summary = "Say that what was noted down is not between you two",
            description = "It stays between the friend and their contact. Disputing again changes nothing.")
    ResponseEntity<LedgerWritten> dispute(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun,
            @Valid @RequestBody(required = false) DebtController.@Nullable Reason body) {
        return writes.change(
                new DisputeDebtMove(new DebtMoveId(id), caller.userId(), body == null ? null : body.reason()),
                write,
                dryRun);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(
            summary = "Take back what you proposed to move and nobody has answered",
            description = "Withdrawing again changes nothing.")
    ResponseEntity<LedgerWritten> withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun) {
        return writes.change(new WithdrawDebtMove(new DebtMoveId(id), caller.userId()), write, dryRun);
    }
}
