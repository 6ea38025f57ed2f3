package com.eindr.friendship.web;

import com.eindr.friendship.ContactMatches;
import com.eindr.friendship.FriendshipQuery.MatchesOf;
import com.eindr.friendship.MatchedContacts;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Queries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which people of an address book can be found here. A question, though it needs a body and uses up a budget. */
@RestController
@RequestMapping("/api/v1/contacts")
@Tag(name = "Friends")
class ContactController {
    private final Queries queries;
    private final ContactBudget budget;
    private final MatchedContacts matched;
    private final Clock clock;

    ContactController(Queries queries, ContactBudget budget, MatchedContacts matched, Clock clock) {
        this.queries = queries;
        this.budget = budget;
        this.matched = matched;
        this.clock = clock;
    }

    @Schema(name = "AddressBook")
    record AddressBook(
            @NotNull
            @Size(max = 1_000)
            @Schema(description = "SHA-256 of the number in E.164 or of the e-mail address in lower case")
            List<
                            @NotNull
                            @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in lower-case hexadecimal")
                            String>
                    hashes) {}

    @Schema(name = "ContactMatches")
    record Matches(
            List<Match> matches,

            @Schema(description = "How many of the last hashes were not asked for yet: ask for all again later")
            int postponed,

            @Schema(description = "From when on that is worth while; null where nothing was postponed") @Nullable
            Instant resetsAt) {}

    @Schema(name = "ContactMatch")
    record Match(
            String hash,
            String userId,

            @Schema(description = "Null until they say") @Nullable
            String displayName) {

        static Match of(ContactMatches.Match match) {
            return new Match(match.hash(), match.userId().value(), match.displayName());
        }
    }

    @PostMapping("/matches")
    @Operation(
            summary = "Find people of your address book",
            description = "Only people who want to be found (discoverable) and with whom there is no block. Nothing"
                    + " is kept of the others. You may ask for 500 new hashes a day and 2,000 in 30 days, the first of"
                    + " the list first; what you have asked for in the last 30 days costs nothing.")
    Matches match(@AuthenticationPrincipal Caller caller, @Valid @RequestBody AddressBook body) {
        Instant now = clock.instant();
        ContactBudget.Grant grant = budget.spend(caller.userId(), new LinkedHashSet<>(body.hashes()), now);
        List<ContactMatches.Match> found = queries.optional(
                        new MatchesOf(caller.userId(), grant.hashes()), ContactMatches.class)
                .orElseThrow()
                .matches();
        matched.remember(
                caller.userId(),
                found.stream().map(ContactMatches.Match::userId).collect(Collectors.toSet()),
                now);
        return new Matches(found.stream().map(Match::of).toList(), grant.postponed(), grant.resetsAt());
    }
}
