package com.eindr.friendship.web;

import com.eindr.friendship.FriendView;
import com.eindr.friendship.FriendshipCommand.EndFriendship;
import com.eindr.friendship.FriendshipCommand.SetPermissions;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.FriendshipQuery.FriendOf;
import com.eindr.friendship.FriendshipQuery.FriendsOf;
import com.eindr.friendship.FriendshipQuery.SuggestionsOf;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Permission;
import com.eindr.friendship.SuggestionView;
import com.eindr.shared.Patch;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's friends, and what each of them may do. */
@RestController
@RequestMapping(FriendController.PATH)
@Tag(name = "Friends")
class FriendController {
    static final String PATH = "/api/v1/friends";

    private final Writes writes;
    private final Queries queries;

    FriendController(Writes writes, Queries queries) {
        this.writes = writes;
        this.queries = queries;
    }

    @Schema(name = "PermissionsEdit", description = "What is not mentioned stays as it is")
    record PermissionsEdit(
            @NotNull Patch<Permission> reminders,
            @NotNull Patch<Permission> notes,
            @NotNull Patch<Permission> debts) {}

    @GetMapping
    @Operation(summary = "List your friends, the latest first")
    Slice<FriendView> list(@AuthenticationPrincipal Caller caller, SliceRequest slice) {
        return queries.slice(new FriendsOf(caller.userId(), slice), FriendView.class);
    }

    @GetMapping("/suggestions")
    @Operation(
            summary = "List people you may know",
            description =
                    "First those who have you in their address book as you have them, provided that you want to be"
                        + " found yourself; then those with the most mutual friends. Only people who want to be found,"
                        + " and with whom there is nothing yet. 50 at most.")
    Slice<SuggestionView> suggestions(@AuthenticationPrincipal Caller caller) {
        return queries.slice(new SuggestionsOf(caller.userId()), SuggestionView.class);
    }

    @GetMapping("/{userId}")
    @Operation(summary = "Read what there is between you and a friend")
    ResponseEntity<FriendView> read(@AuthenticationPrincipal Caller caller, @PathVariable String userId) {
        FriendView friend = queries.optional(new FriendOf(caller.userId(), People.of(userId)), FriendView.class)
                .orElseThrow(FriendshipRefusal.FRIEND_NOT_FOUND::refusal);
        return ResponseEntity.ok().eTag(EntityTags.of(friend.version())).body(friend);
    }

    @DeleteMapping("/{userId}")
    @Operation(
            summary = "Be friends no longer",
            description = "What you proposed to each other and nobody answered is withdrawn. What was accepted stays"
                    + " with its owner.")
    ResponseEntity<Written> end(
            @AuthenticationPrincipal Caller caller, @PathVariable String userId, WriteRequest write) {
        UserId user = caller.userId();
        return writes.change(new EndFriendship(FriendshipId.of(user, People.of(userId)), user), write);
    }

    @PutMapping("/{userId}/permissions")
    @Operation(
            summary = "Say what a friend may do to you",
            description = "ASK makes it a proposal, ALLOW lets it happen at once, DENY keeps it from you. The friend is"
                    + " not told.")
    ResponseEntity<Written> permit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String userId,
            WriteRequest write,
            @Valid @RequestBody PermissionsEdit body) {
        UserId user = caller.userId();
        return writes.change(
                new SetPermissions(
                        FriendshipId.of(user, People.of(userId)), user, body.reminders(), body.notes(), body.debts()),
                write);
    }
}
