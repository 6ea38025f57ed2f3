package com.eindr.infra.sync;

import com.eindr.infra.testing.ApiClient.Session;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A telephone that holds what {@code GET /sync} tells it, and does nothing clever about it. */
final class Device {
    private final Map<String, JsonNode> store = new TreeMap<>();
    private @Nullable String cursor;

    /**
     * Asks for what changed and takes it over.
     *
     * @param forgetful whether it stops before it has written down from where to go on
     * @return whether there is more
     */
    boolean sync(Session session, int limit, boolean forgetful, String... headers) {
        JsonNode page = session.get(address(limit), headers).expect(200).json();
        if (cursor == null) {
            store.clear();
        }
        take("reminder", "id", page.path("reminders"));
        take("notification", "id", page.path("notifications"));
        take("note", "id", page.path("notes"));
        take("proposal", "id", page.path("proposals"));
        take("friend", "userId", page.path("friends"));
        take("friend-request", "id", page.path("friendRequests"));
        take("block", "userId", page.path("blocks"));
        take("debt", "id", page.path("debts"));
        take("settlement", "id", page.path("settlements"));
        take("netting", "id", page.path("nettings"));
        take("debt-move", "id", page.path("debtMoves"));
        take("habit", "id", page.path("habits"));
        for (String single : new String[] {"profile", "preferences"}) {
            if (!page.path(single).isNull()) {
                store.put(single, page.path(single));
            }
        }
        page.path("deleted")
                .forEach(gone -> store.remove(
                        key(gone.path("type").asString(), gone.path("id").asString())));
        if (!forgetful) {
            cursor = page.path("nextCursor").asString();
        }
        return page.path("more").asBoolean();
    }

    /** Asks, and never gets to see the answer. */
    void lose(Session session, int limit) {
        session.get(address(limit)).expect(200);
    }

    /** Everything it holds, by what it is and its id. */
    Map<String, JsonNode> store() {
        return store;
    }

    static String key(String type, String id) {
        return type + " " + id;
    }

    /** What a device keeps of a thing: it takes the names of people from its friends, where they are the present ones. */
    static JsonNode known(String type, JsonNode item) {
        if (!type.equals("proposal")) {
            return item;
        }
        ObjectNode nameless = (ObjectNode) item.deepCopy();
        nameless.remove("displayName");
        return nameless;
    }

    private String address(int limit) {
        return "sync?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor);
    }

    private void take(String type, String id, JsonNode items) {
        items.forEach(item -> store.put(key(type, item.path(id).asString()), known(type, item)));
    }
}
