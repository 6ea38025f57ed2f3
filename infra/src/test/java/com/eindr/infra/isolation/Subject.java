package com.eindr.infra.isolation;

import com.eindr.infra.friends.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a request names: a thing that is somebody's, a person, or an address. */
interface Subject {
    /** Of requests that name nothing. */
    Subject NONE = (cast, caller) -> "";

    /** The text that stands for it in the request of this caller. */
    String namedBy(Cast cast, Onlooker caller);

    /** Makes what will be named, while nobody's plan is over yet. */
    default void prepare(Cast cast) {}

    /**
     * A thing of the owner's, which everybody names; only who has things themselves names one of their own. Each is made
     * once, so requests that leave it as it is may share it.
     *
     * @param made makes a new one for a person and returns its id
     */
    static Subject thing(Function<Person, String> made) {
        return new Thing(made);
    }

    /** The owner, or for who has things themselves, a friend. */
    static Subject counterpart() {
        return (cast, caller) -> cast.counterpart(caller).id();
    }

    /** Somebody new in the owner's place, because the request changes what is between the two. */
    static Subject freshCounterpart() {
        return (cast, caller) -> cast.freshCounterpart(caller).id();
    }

    /** The same text for everybody. */
    static Subject of(Function<Cast, String> text) {
        return (cast, caller) -> text.apply(cast);
    }

    /** As it is for some callers; like {@code others} for the rest. */
    static Subject by(BiFunction<Cast, Onlooker, @Nullable String> some, Subject others) {
        return (cast, caller) -> {
            String text = some.apply(cast, caller);
            return text == null ? others.namedBy(cast, caller) : text;
        };
    }

    /** What names nothing, and looks the same: a UUID of the same version, or as many letters of other chances. */
    static String nothingLike(String text) {
        if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            String random = UUID.randomUUID().toString();
            return random.substring(0, 14) + text.charAt(14) + random.substring(15);
        }
        String random = (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .repeat(4);
        return text.startsWith("+")
                ? "+4917" + random.replaceAll("[^0-9]", "").repeat(4).substring(0, text.length() - 5)
                : random.substring(0, text.length());
    }

    /** A thing of each of those who have things. */
    final class Thing implements Subject {
        private final Function<Person, String> made;
        private final Map<Onlooker, String> ids = new HashMap<>();

        private Thing(Function<Person, String> made) {
            this.made = made;
        }

        @Override
        public void prepare(Cast cast) {
            for (Onlooker onlooker : Onlooker.values()) {
                if (onlooker.hasThings()) {
                    ids.computeIfAbsent(onlooker, who -> made.apply(cast.person(who)));
                }
            }
            cast.keepSecret(namedBy(cast, Onlooker.OWNER));
        }

        @Override
        public String namedBy(Cast cast, Onlooker caller) {
            String id = ids.get(caller.hasThings() ? caller : Onlooker.OWNER);
            if (id == null) {
                throw new IllegalStateException("it has not been made");
            }
            return id;
        }
    }
}
