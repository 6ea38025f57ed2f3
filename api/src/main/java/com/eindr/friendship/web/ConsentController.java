package com.eindr.friendship.web;

import com.eindr.friendship.ConsentView;
import com.eindr.friendship.FriendshipQuery.ConsentsOf;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Queries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what to a person. */
@RestController
@Tag(name = "Account")
class ConsentController {
    private final Queries queries;

    ConsentController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/v1/me/consents")
    @Operation(
            summary = "Who may do what to you, since when, and how often they did",
            description = "One line for each friend and kind. PUT what revoke names to take it back.")
    Slice<ConsentView> consents(@AuthenticationPrincipal Caller caller, SliceRequest slice) {
        return queries.slice(new ConsentsOf(caller.userId(), slice), ConsentView.class);
    }
}
