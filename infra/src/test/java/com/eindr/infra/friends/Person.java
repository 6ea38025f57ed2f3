package com.eindr.infra.friends;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with a telephone, of whom there is only one. */
public record Person(String id, ApiClient.Session api) {

    /** Somebody new, whose id begins with the name. */
    public static Person named(String name, ApiClient api, Role... roles) {
        String id = name + "-" + TimeOrderedUuid.next();
        Person person = new Person(id, api.as(id, roles));
        person.api.patch("me", Map.of("displayName", name)).expect(200);
        return person;
    }

    /** Somebody whose addresses were verified; null where there is none. */
    public static Person reachable(String name, @Nullable String email, @Nullable String phone, ApiClient api) {
        String id = name + "-" + TimeOrderedUuid.next();
        Person person = new Person(id, api.reachableAt(id, email == null ? "" : email, phone == null ? "" : phone));
        person.api.patch("me", Map.of("displayName", name)).expect(200);
        return person;
    }

    /** Changes a preference, and waits until it is known. */
    public Person prefers(String preference, boolean wanted) {
        api.patch("me/preferences", Map.of(preference, wanted)).expect(200);
        read("me");
        return this;
    }

    /** The answer to a request to be friends. */
    public Answer ask(Person other) {
        return api.post("friends/requests", Map.of("userId", other.id)).expect(201);
    }

    public Answer answer(String request, String how) {
        return api.post("friends/requests/" + request + "/" + how, Map.of());
    }

    public void befriend(Person other) {
        String request = ask(other).json().path("id").asString();
        other.answer(request, "accept").expect(200);
    }

    public void permit(Person friend, String kind, String permission) {
        api.put("friends/" + friend.id + "/permissions", Map.of(kind, permission))
                .expect(200);
    }

    public Answer remind(Person friend, String title, String start) {
        return api.post("friends/" + friend.id + "/reminders", Map.of("title", title, "start", start));
    }

    /** A list as it is once everything written so far can be read. */
    public List<JsonNode> items(String path) {
        return read(path).path("items").valueStream().toList();
    }

    public JsonNode read(String path) {
        String token = api.patch("me", Map.of()).expect(200).header("Consistency-Token");
        return api.get(path, "Consistent-With", String.valueOf(token))
                .expect(200)
                .json();
    }

    public List<String> friends() {
        return items("friends").stream()
                .map(friend -> friend.path("userId").asString())
                .toList();
    }

    public List<String> requests(String direction) {
        return items("friends/requests?direction=" + direction).stream()
                .map(request -> request.path("id").asString())
                .toList();
    }
}
