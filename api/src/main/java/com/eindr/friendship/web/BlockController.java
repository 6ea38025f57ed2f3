package com.eindr.friendship.web;

import com.eindr.friendship.BlockView;
import com.eindr.friendship.FriendshipCommand.BlockUser;
import com.eindr.friendship.FriendshipCommand.UnblockUser;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.FriendshipQuery.BlocksOf;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom a person wants nothing to do with. */
@RestController
@RequestMapping("/api/v1/blocks")
@Tag(name = "Friends")
class BlockController {
    private final Writes writes;
    private final Queries queries;

    BlockController(Writes writes, Queries queries) {
        this.writes = writes;
        this.queries = queries;
    }

    @GetMapping
    @Operation(summary = "List whom you block, the latest first")
    Slice<BlockView> list(@AuthenticationPrincipal Caller caller, SliceRequest slice) {
        return queries.slice(new BlocksOf(caller.userId(), slice), BlockView.class);
    }

    @PutMapping("/{userId}")
    @Operation(
            summary = "Block somebody",
            description = "You are friends no longer, and nothing of theirs arrives. They are not told: to them you are"
                    + " a stranger who does not answer. Blocking again changes nothing.")
    ResponseEntity<Written> block(
            @AuthenticationPrincipal Caller caller, @PathVariable String userId, WriteRequest write) {
        UserId user = caller.userId();
        UserId other = People.of(userId);
        return writes.change(new BlockUser(FriendshipId.of(user, other), user, other), write);
    }

    @DeleteMapping("/{userId}")
    @Operation(summary = "Block somebody no longer", description = "It makes nobody a friend again.")
    ResponseEntity<Written> unblock(
            @AuthenticationPrincipal Caller caller, @PathVariable String userId, WriteRequest write) {
        UserId user = caller.userId();
        return writes.change(new UnblockUser(FriendshipId.of(user, People.of(userId)), user), write);
    }
}
