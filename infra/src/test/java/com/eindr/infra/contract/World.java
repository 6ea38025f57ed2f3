package com.eindr.infra.contract;

import com.eindr.account.Plan;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.shared.web.Role;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody with things of theirs, friends and strangers, so that requests find something to be about. It learns from every
 * answer what there is, and begins anew with other people from time to time, because some requests leave little behind.
 */
final class World {
    /** The collection of all people. */
    static final String USERS = "users";

    /** The token that a write gave. */
    static final String WRITES = "writes";

    /** Who calls: everything is hers, and she has every role. */
    static final String OWNER = "owner";

    static final List<String> OTHERS = List.of("friend", "expired", "anonymous", "forged");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{known:([^:}]*):(\\d+)}");
    private static final int CALLS_OF_ONE = 60;
    private static final List<String> NAMES = List.of("id", "userId", "name", "group");

    private final Map<String, List<String>> known = new TreeMap<>();
    private final ApiClient api;
    private final Contract contract;
    private int number;
    private int calls;

    World(ApiClient api, Contract contract) {
        this.api = api;
        this.contract = contract;
    }

    /** Stands for one of the things of a collection. */
    static String known(String collection, int number) {
        return "{known:" + collection + ":" + number + "}";
    }

    /** The call with what there is now in place of what stands for it. */
    Call filled(Call call) {
        if (calls++ % CALLS_OF_ONE == 0) {
            begin();
        }
        return call.map(text -> PLACEHOLDER.matcher(text).replaceAll(this::thing))
                .as(call.caller());
    }

    private String thing(MatchResult placeholder) {
        List<String> things = known.getOrDefault(placeholder.group(1), List.of());
        return Matcher.quoteReplacement(
                things.isEmpty() ? "unknown" : things.get(Integer.parseInt(placeholder.group(2)) % things.size()));
    }

    /** The header {@code Authorization} of a caller; empty for none. */
    String authorization(String caller) {
        return switch (caller) {
            case OWNER -> "Bearer " + api.token(named(OWNER), Role.values());
            case "anonymous" -> "";
            case "forged" -> "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEifQ.";
            default -> "Bearer " + api.token(named(caller));
        };
    }

    /** Remembers what an answer tells of. */
    void learn(Operation operation, HttpResponse<?> response, String body) {
        response.headers().firstValue("Consistency-Token").ifPresent(token -> keep(WRITES, token));
        response.headers().firstValue("Location").ifPresent(this::keepPlace);
        if (response.statusCode() == 200 && isJson(response.headers()) && body.startsWith("{")) {
            JsonNode json = JsonMapper.shared().readTree(body);
            String cursor = json.path("nextCursor").asString("");
            if (!cursor.isEmpty()) {
                keep(operation.collection() + "?cursor", cursor);
            }
            json.path("items").forEach(item -> keepItem(operation.collection(), item));
        }
    }

    private void keepPlace(String place) {
        int slash = place.lastIndexOf('/');
        keep(place.substring(0, slash), place.substring(slash + 1));
    }

    private void keepItem(String collection, JsonNode item) {
        NAMES.stream()
                .map(name -> item.path(name).asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .ifPresent(id -> keep(collection, id));
    }

    private void keep(String collection, String thing) {
        List<String> things = known.computeIfAbsent(collection, _ -> new ArrayList<>());
        if (!things.contains(thing)) {
            things.add(thing);
        }
    }

    private String named(String role) {
        return role + "-" + number;
    }

    private void begin() {
        number++;
        known.clear();
        for (String role : List.of(OWNER, "friend", "expired", "asking", "stranger")) {
            api.putOn(role.equals("expired") ? Plan.EXPIRED : Plan.ELITE, named(role));
            keep(USERS, named(role));
            keep("/api/v1/admin/users", named(role));
        }
        Session owner = api.as(named(OWNER), Role.values());
        Session friend = api.as(named("friend"));
        api.as(named("asking"))
                .post("friends/requests", Map.of("userId", named(OWNER)))
                .expect(201);
        String request = owner.post("friends/requests", Map.of("userId", named("friend")))
                .expect(201)
                .json()
                .path("id")
                .asString();
        friend.post("friends/requests/" + request + "/accept", Map.of()).expect(200);
        Map<String, String> reminder = Map.of("title", "Run", "start", "2036-01-07T09:00", "recurrence", "FREQ=DAILY");
        friend.post("friends/" + named(OWNER) + "/reminders", reminder).expect(201);
        owner.post("friends/" + named("friend") + "/reminders", reminder).expect(201);
        owner.post("reminders", reminder).expect(201);
        String token = owner.post("notes", Map.of("content", "The key is under the mat"))
                .expect(201)
                .header("Consistency-Token");
        awaitModel(owner);
        look(owner, String.valueOf(token));
    }

    /** For a moment after the start nobody can tell what words mean, which is no error, but no answer either. */
    private static void awaitModel(Session owner) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> owner.get("search?q=key").status() == 200);
    }

    /** Learns what is in every list. */
    private void look(Session owner, String token) {
        for (Operation operation : contract.operations()) {
            boolean list = operation.method().equals("GET")
                    && operation.parameters("path").isEmpty()
                    && !operation.path().endsWith("/live");
            if (list) {
                var answer = owner.get(operation.path(), "Consistent-With", token);
                if (answer.status() == 200
                        && isJson(answer.headers())
                        && answer.body().startsWith("{")) {
                    answer.json().path("items").forEach(item -> keepItem(operation.collection(), item));
                }
            }
        }
    }

    /** Of several documents, one a line, nothing is learned. */
    private static boolean isJson(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").startsWith("application/json");
    }
}
