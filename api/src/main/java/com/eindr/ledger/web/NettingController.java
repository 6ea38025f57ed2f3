package com.eindr.ledger.web;

import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.NettingCommand.ApproveNetting;
import com.eindr.ledger.NettingCommand.RejectNetting;
import com.eindr.ledger.NettingCommand.WithdrawNetting;
import com.eindr.ledger.NettingId;
import com.eindr.ledger.NettingQuery.NettingOf;
import com.eindr.ledger.NettingQuery.NettingsOf;
import com.eindr.ledger.NettingStatus;
import com.eindr.ledger.NettingView;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.WriteRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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

/** What friends who owe each other in a circle agree to owe less. */
@RestController
@RequestMapping(NettingController.PATH)
@Tag(name = "Ledger")
class NettingController {
    static final String PATH = "/api/v1/ledger/netting-proposals";

    private final LedgerWrites writes;
    private final Queries queries;
    private final OwnZone zones;

    NettingController(LedgerWrites writes, Queries queries, OwnZone zones) {
        this.writes = writes;
        this.queries = queries;
        this.zones = zones;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "200", description = "With dryRun: what would happen; nothing is recorded")
    @ApiResponse(responseCode = "404", description = "Somebody in the circle is no friend of yours", content = @Content)
    @Operation(
            summary = "Propose that everybody in a circle owes so much less",
            description =
                    "Where you owe Ben, Ben owes Cem and Cem owes you, each line can get smaller by the same amount,"
                        + " and nobody's sum changes. All in the circle must be friends of yours and of each other."
                        + " Only your own two lines are looked at, and more than they allow is refused (owed, held;"
                        + " debtor and creditor say which). You approve it by proposing it; it is PROPOSED until all"
                        + " have, and after seven days it is EXPIRED: silence never approves. Nothing is put aside for"
                        + " it. Some proposals are never shown to the others, and expire like those that nobody"
                        + " answers. It takes no plan.")
    ResponseEntity<LedgerWritten> propose(
            @AuthenticationPrincipal Caller caller,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun,
            @Valid @RequestBody NewNetting body) {
        return writes.create(PATH + "/", body.command(caller.userId()), write, dryRun);
    }

    @GetMapping
    @Operation(summary = "List proposals to net that you made or that were put before you, the latest first")
    Slice<NettingView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable NettingStatus status,
            SliceRequest slice) {
        return queries.slice(new NettingsOf(caller.userId(), status, slice), NettingView.class);
    }

    /** The tag is for If-Match only: the lines change with what is owed, so no cached answer is as good. */
    @GetMapping("/{id}")
    @Operation(
            summary = "Read a proposal to net",
            description = "With what it changes for you: your own two lines before and after.")
    NettingView read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        NettingView netting = queries.optional(new NettingOf(caller.userId(), new NettingId(id)), NettingView.class)
                .orElseThrow(LedgerRefusal.NETTING_NOT_FOUND::refusal);
        response.setHeader(HttpHeaders.ETAG, EntityTags.of(netting.version()));
        return netting;
    }

    @PostMapping("/{id}/approve")
    @Operation(
            summary = "Agree to a proposal to net",
            description =
                    "With the last approval it takes effect: one entry in the account of each two neighbours, all or"
                            + " none. It is refused where one of your own two lines is too small by now (owed, held;"
                            + " debtor and creditor say which). Where another is, or two are friends no more, the last"
                            + " approval makes it LAPSED, and nothing is posted. Approving again changes nothing.")
    ResponseEntity<LedgerWritten> approve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun) {
        return writes.change(
                new ApproveNetting(new NettingId(id), caller.userId(), zones.of(caller.userId())), write, dryRun);
    }

    @PostMapping("/{id}/reject")
    @Operation(
            summary = "Say no to a proposal to net",
            description = "Also after having approved it, while others have not. Rejecting again changes nothing.")
    ResponseEntity<LedgerWritten> reject(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun) {
        return writes.change(new RejectNetting(new NettingId(id), caller.userId()), write, dryRun);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(
            summary = "Take back a proposal to net that you made and not all have approved",
            description = "Withdrawing again changes nothing.")
    ResponseEntity<LedgerWritten> withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @RequestParam(defaultValue = "false") Boolean dryRun) {
        return writes.change(new WithdrawNetting(new NettingId(id), caller.userId()), write, dryRun);
    }
}
