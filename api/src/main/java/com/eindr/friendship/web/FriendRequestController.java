package com.eindr.friendship.web;

import com.eindr.friendship.Address;
import com.eindr.friendship.Directory;
import com.eindr.friendship.FriendshipCommand.AcceptRequest;
import com.eindr.friendship.FriendshipCommand.DeclineRequest;
import com.eindr.friendship.FriendshipCommand.RequestFriendship;
import com.eindr.friendship.FriendshipCommand.WithdrawRequest;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.FriendshipQuery.RequestsOf;
import com.eindr.friendship.InvitationCommand.InviteFriend;
import com.eindr.friendship.InvitationCommand.WithdrawInvitation;
import com.eindr.friendship.RequestId;
import com.eindr.friendship.RequestView;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Text;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
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

/** Asking people to be friends. What is answered does not depend on whether there is such a person, or what they want. */
@RestController
@RequestMapping(FriendRequestController.PATH)
@Tag(name = "Friends")
class FriendRequestController {
    static final String PATH = FriendController.PATH + "/requests";

    private final Writes writes;
    private final Queries queries;
    private final People people;
    private final Directory directory;

    FriendRequestController(Writes writes, Queries queries, People people, Directory directory) {
        this.writes = writes;
        this.queries = queries;
        this.people = people;
        this.directory = directory;
    }

    @Schema(name = "NewFriendRequest", description = "To a user, an e-mail address or a telephone number: one of them")
    record NewRequest(
            @Text(max = 128) @Nullable String userId,

            @Pattern(regexp = "[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}", message = "must be an e-mail address")
            @Schema(example = "ben@example.org")
            @Nullable
            String email,

            @Pattern(regexp = "\\+[1-9][0-9]{6,14}", message = "must be a number in E.164, such as +491701234567")
            @Schema(example = "+491701234567")
            @Nullable
            String phone) {

        /** Null where it is to a user. */
        @Nullable
        Address address() {
            if (email != null) {
                return new Address.Email(email.toLowerCase(Locale.ROOT));
            }
            return phone == null ? null : new Address.Phone(phone);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask somebody to be friends",
            description = "Whoever it is, known to Eindr or not: the request is open until they accept it or you"
                + " withdraw it. Where they have asked you, you are friends at once. 20 requests may be open, and 50"
                + " made a day.")
    ResponseEntity<Written> request(
            @AuthenticationPrincipal Caller caller, WriteRequest write, @Valid @RequestBody NewRequest body) {
        if (Stream.of(body.userId() != null, body.email() != null, body.phone() != null)
                        .filter(given -> given)
                        .count()
                != 1) {
            throw InvalidRequest.of("userId", "name one of userId, email and phone");
        }
        UserId user = caller.userId();
        Address address = body.address();
        return writes.create(
                PATH + "/",
                address == null
                        ? toUser(user, new UserId(String.valueOf(body.userId())))
                        : new InviteFriend(
                                new RequestId(TimeOrderedUuid.next()),
                                user,
                                directory
                                        .find(address)
                                        .filter(found -> !found.equals(user))
                                        .orElse(null)),
                write);
    }

    @GetMapping
    @Operation(
            summary = "List open requests, the latest first",
            description = "userId is missing from those you made to an address.")
    Slice<RequestView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable DirectionParameter direction,
            SliceRequest slice) {
        return queries.slice(
                new RequestsOf(caller.userId(), DirectionParameter.of(direction), slice), RequestView.class);
    }

    @PostMapping("/{id}/accept")
    @Operation(summary = "Be friends", description = "Accepting again changes nothing.")
    ResponseEntity<Written> accept(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        return writes.change(new AcceptRequest(new FriendshipId(id), caller.userId()), write);
    }

    @PostMapping("/{id}/decline")
    @Operation(
            summary = "Decline a request",
            description = "Whoever asked is not told, and cannot ask you again; you can still ask them.")
    ResponseEntity<Written> decline(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        return writes.change(new DeclineRequest(new FriendshipId(id), caller.userId()), write);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Take your own request back")
    ResponseEntity<Written> withdraw(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        UserId user = caller.userId();
        RequestId request = new RequestId(id);
        return writes.change(
                request.isInvitation()
                        ? new WithdrawInvitation(request, user)
                        : new WithdrawRequest(new FriendshipId(id), user, null),
                write);
    }

    private RequestFriendship toUser(UserId user, UserId other) {
        return new RequestFriendship(FriendshipId.of(user, other), user, other, people.takesRequests(other), null);
    }
}
