package com.eindr.infra.isolation;

import com.eindr.account.Plan;
import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.ApiClient;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.Role;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The people of the table: an owner, and everybody who looks on. */
final class Cast {
    private final ApiClient api;
    private final Map<Onlooker, Person> people = new EnumMap<>(Onlooker.class);
    private final Set<String> secrets = new LinkedHashSet<>();
    private final Person friendOfOwner;
    private final Person friendOfExpired;
    private final String phone = "+4917" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);

    Cast(ApiClient api) {
        this.api = api;
        String id = "Olga-" + TimeOrderedUuid.next();
        Person owner = new Person(id, api.reachableAt(id, "", phone));
        owner.api().patch("me", Map.of("displayName", "Olga")).expect(200);
        people.put(Onlooker.OWNER, owner);
        keepSecret(wordOf(owner));
        for (Onlooker onlooker : Onlooker.values()) {
            if (onlooker != Onlooker.OWNER && onlooker != Onlooker.ANONYMOUS) {
                people.put(
                        onlooker,
                        Person.named(onlooker.name().toLowerCase(java.util.Locale.ROOT), api, roles(onlooker)));
            }
        }
        for (Onlooker onlooker : Onlooker.values()) {
            relate(owner, onlooker);
        }
        friendOfOwner = friendOf(owner);
        friendOfExpired = friendOf(person(Onlooker.EXPIRED));
    }

    /** Stands in whatever a person writes, and in nothing that others write. */
    static String wordOf(Person person) {
        return "quagga-" + person.id();
    }

    /** Begins the play: from here on a plan is over, and everything that was prepared can be read. */
    void begin() {
        api.putOn(Plan.EXPIRED, person(Onlooker.EXPIRED).id());
        person(Onlooker.OWNER).read("sync");
    }

    Person owner() {
        return person(Onlooker.OWNER);
    }

    /** The owner's verified number, by which the owner does not want to be found. */
    String phone() {
        return phone;
    }

    /** Not for {@link Onlooker#ANONYMOUS}, who is nobody. */
    Person person(Onlooker onlooker) {
        Person person = people.get(onlooker);
        if (person == null) {
            throw new IllegalArgumentException(onlooker + " is no person");
        }
        return person;
    }

    ApiClient.Session session(Onlooker onlooker) {
        return onlooker == Onlooker.ANONYMOUS
                ? api.anonymous()
                : person(onlooker).api();
    }

    String word(Onlooker caller) {
        return caller == Onlooker.ANONYMOUS ? "nothing" : wordOf(person(caller));
    }

    /** Whom the caller's requests name: the owner; where the caller has things, a friend of theirs. */
    Person counterpart(Onlooker caller) {
        return switch (caller) {
            case OWNER -> friendOfOwner;
            case EXPIRED -> friendOfExpired;
            default -> owner();
        };
    }

    /** Somebody new to whom the caller stands as to the {@link #counterpart}, for requests that end such a thing. */
    Person freshCounterpart(Onlooker caller) {
        if (caller.hasThings()) {
            return friendOf(person(caller));
        }
        Person fresh = Person.named("fresh", api);
        relate(fresh, caller);
        return fresh;
    }

    /** Somebody new who stands in no relation to anybody. */
    Person anybody() {
        return Person.named("anybody", api);
    }

    Person friendOf(Person person) {
        Person friend = anybody();
        friend.befriend(person);
        return friend;
    }

    /** What nobody else may be shown. */
    void keepSecret(String text) {
        secrets.add(text);
    }

    /** What an onlooker must not be shown. Friends may be shown that they are friends. */
    Set<String> secretsFrom(Onlooker onlooker) {
        Set<String> all = new LinkedHashSet<>(secrets);
        if (!onlooker.isFriend()) {
            all.add(owner().id());
        }
        return all;
    }

    private void relate(Person owner, Onlooker onlooker) {
        switch (onlooker) {
            case ALLOWED_FRIEND, ASKING_FRIEND -> {
                Person friend = person(onlooker);
                friend.befriend(owner);
                String permission = onlooker == Onlooker.ALLOWED_FRIEND ? "ALLOW" : "ASK";
                owner.api()
                        .put(
                                "friends/" + friend.id() + "/permissions",
                                Map.of("reminders", permission, "notes", permission, "debts", permission))
                        .expect(200);
            }
            case BLOCKED ->
                owner.api().put("blocks/" + person(onlooker).id(), "").expect(200);
            case OWNER, STRANGER, ANONYMOUS, EXPIRED, AUDITOR, ANALYST, ADMIN -> {}
        }
    }

    private static Role[] roles(Onlooker onlooker) {
        return switch (onlooker) {
            case AUDITOR -> new Role[] {Role.AUDITOR};
            case ANALYST -> new Role[] {Role.ANALYST};
            case ADMIN -> new Role[] {Role.ADMIN};
            default -> new Role[0];
        };
    }
}
