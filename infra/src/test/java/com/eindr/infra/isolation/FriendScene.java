package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.delete;
import static com.eindr.infra.isolation.Operation.get;
import static com.eindr.infra.isolation.Operation.post;
import static com.eindr.infra.isolation.Operation.put;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.eindr.infra.friends.Person;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Friends, requests to be friends, blocks, and finding people. */
final class FriendScene implements Scene {
    private static final String FRIENDS = "/api/v1/friends";
    private static final String FRIEND = FRIENDS + "/{userId}";
    private static final String REQUESTS = FRIENDS + "/requests";
    private static final String BLOCKS = "/api/v1/blocks";

    private final Cast cast;

    FriendScene(Cast cast) {
        this.cast = cast;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                post(REQUESTS)
                        .about(Subject.by(this::unknownToOwners, Subject.freshCounterpart()))
                        .sending(call -> Map.of("userId", call.subject())),
                get(REQUESTS),
                post(REQUESTS + "/{id}/accept").about(Subject.thing(this::asked)),
                post(REQUESTS + "/{id}/decline").about(Subject.thing(this::asked)),
                post(REQUESTS + "/{id}/withdraw").about(Subject.thing(this::asking)),
                get(FRIENDS),
                get(FRIENDS + "/suggestions"),
                get(FRIEND).about(Subject.counterpart()),
                put(FRIEND + "/permissions").about(Subject.counterpart()).sending(call -> Map.of("debts", "ALLOW")),
                delete(FRIEND).about(Subject.freshCounterpart()),
                get(BLOCKS),
                put(BLOCKS + "/{userId}").about(Subject.freshCounterpart()),
                delete(BLOCKS + "/{userId}").about(Subject.by(this::blockedByOwners, Subject.counterpart())),
                post("/api/v1/contacts/matches")
                        .about(Subject.of(people -> hash(people.phone())))
                        .sending(call -> Map.of("hashes", List.of(call.subject()))));
    }

    /** A request that somebody has made to the owner. */
    private String asked(Person owner) {
        return cast.anybody().ask(owner).json().path("id").asString();
    }

    /** A request that the owner has made to somebody. */
    private String asking(Person owner) {
        return owner.ask(cast.anybody()).json().path("id").asString();
    }

    private @Nullable String unknownToOwners(Cast people, Onlooker caller) {
        return caller.hasThings() ? people.anybody().id() : null;
    }

    private @Nullable String blockedByOwners(Cast people, Onlooker caller) {
        if (!caller.hasThings()) {
            return null;
        }
        Person blocked = people.anybody();
        people.person(caller).api().put(BLOCKS + "/" + blocked.id(), "").expect(200);
        return blocked.id();
    }

    static String hash(String address) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
