package com.eindr.friendship.web;

import com.eindr.friendship.FriendshipQuery.ProposalOf;
import com.eindr.friendship.FriendshipQuery.ProposalsOf;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.ProposalCommand.AcceptProposal;
import com.eindr.friendship.ProposalCommand.DeclineProposal;
import com.eindr.friendship.ProposalId;
import com.eindr.friendship.ProposalStatus;
import com.eindr.friendship.ProposalView;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import com.eindr.shared.web.openapi.LockedByPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
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

/** What friends want each other to have. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Friends")
class ProposalController {
    private static final String PATH = "/api/v1/proposals/";

    private final Writes writes;
    private final Queries queries;
    private final People people;

    ProposalController(Writes writes, Queries queries, People people) {
        this.writes = writes;
        this.queries = queries;
        this.people = people;
    }

    /** @param status ACTIVE where the friend lets you do it unasked */
    @Schema(name = "Proposed")
    record Proposed(String id, long version, ProposalStatus status) {}

    @PostMapping("/friends/{userId}/reminders")
    @LockedByPlan
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Remind a friend",
            description =
                    "ACTIVE where they let you do it unasked, else PROPOSED until they answer, seven days at most."
                            + " The id is the proposal's. 20 proposals to one friend may be made a day.")
    ResponseEntity<Proposed> remind(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String userId,
            WriteRequest write,
            @Valid @RequestBody NewReminderProposal body) {
        UserId friend = People.of(userId);
        return proposed(writes.execute(body.command(caller.userId(), friend, people.zoneOf(friend)), write));
    }

    @PostMapping("/friends/{userId}/notes")
    @LockedByPlan
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Give a friend a note",
            description =
                    "ACTIVE where they let you do it unasked, else PROPOSED until they answer, seven days at most."
                            + " The id is the proposal's. Counts as a reminder does.")
    ResponseEntity<Proposed> note(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String userId,
            WriteRequest write,
            @Valid @RequestBody NewNoteProposal body) {
        return proposed(writes.execute(body.command(caller.userId(), People.of(userId)), write));
    }

    @GetMapping("/proposals")
    @Operation(summary = "List what was proposed to you and by you, the latest first")
    Slice<ProposalView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable DirectionParameter direction,
            @RequestParam(required = false) @Nullable ProposalStatus status,
            SliceRequest slice) {
        return queries.slice(
                new ProposalsOf(caller.userId(), DirectionParameter.of(direction), status, slice), ProposalView.class);
    }

    @GetMapping("/proposals/{id}")
    @Operation(summary = "Read a proposal")
    ResponseEntity<ProposalView> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        ProposalView proposal = queries.optional(
                        new ProposalOf(caller.userId(), new ProposalId(id)), ProposalView.class)
                .orElseThrow(FriendshipRefusal.PROPOSAL_NOT_FOUND::refusal);
        return ResponseEntity.ok().eTag(EntityTags.of(proposal.version())).body(proposal);
    }

    @PostMapping("/proposals/{id}/accept")
    @LockedByPlan
    @Operation(
            summary = "Accept a proposal",
            description = "What it proposes is yours then, and stays yours. Accepting again changes nothing.")
    ResponseEntity<Written> accept(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        UserId user = caller.userId();
        return writes.change(new AcceptProposal(new ProposalId(id), user, people.zoneOf(user)), write);
    }

    @PostMapping("/proposals/{id}/decline")
    @Operation(summary = "Decline a proposal", description = "Declining again changes nothing.")
    ResponseEntity<Written> decline(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        return writes.change(new DeclineProposal(new ProposalId(id), caller.userId()), write);
    }

    /** What is done at once is proposed and accepted in one commit, which makes two events of it. */
    private ResponseEntity<Proposed> proposed(Receipt receipt) {
        ProposalStatus status = receipt.version() == 1 ? ProposalStatus.PROPOSED : ProposalStatus.ACTIVE;
        return ResponseEntity.created(URI.create(PATH + receipt.aggregateId()))
                .eTag(EntityTags.of(receipt.version()))
                .header(Writes.CONSISTENCY_TOKEN, writes.tokenOf(receipt.position()))
                .body(new Proposed(receipt.aggregateId(), receipt.version(), status));
    }
}
