package com.eindr.infra.stream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What may not become of schemas that somebody has built on. Saying more is allowed, saying something else is not. */
final class SchemaChanges {
    private static final List<String> KEPT = List.of("type", "format", "pattern");

    private SchemaChanges() {}

    /** Lifts the approved sample of an older revision, and says which revision it has then. */
    @FunctionalInterface
    interface Upcasting {
        String revision(String type, int from);
    }

    /** Within one revision. A consumer has read events of the older schema, and will go on with the same code. */
    static List<String> between(String name, JsonNode before, JsonNode now) {
        List<String> faults = new ArrayList<>();
        for (String word : KEPT) {
            if (!Objects.equals(before.get(word), now.get(word))) {
                faults.add(name + ": " + word + " was " + before.get(word) + " and is " + now.get(word));
            }
        }
        Set<String> constants = texts(now.path("enum"));
        texts(before.path("enum")).stream()
                .filter(constant -> !constants.contains(constant))
                .forEach(constant -> faults.add(name + ": " + constant + " is no value any more"));
        before.path("properties").properties().forEach(property -> {
            String path = name + "." + property.getKey();
            JsonNode after = now.path("properties").get(property.getKey());
            if (after == null) {
                faults.add(path + " is gone");
            } else {
                faults.addAll(between(path, property.getValue(), after));
            }
        });
        Set<String> required = texts(before.path("required"));
        Set<String> requiredNow = texts(now.path("required"));
        required.stream()
                .filter(field ->
                        !requiredNow.contains(field) && now.path("properties").has(field))
                .forEach(field -> faults.add(name + "." + field + " was always there and may be missing now"));
        requiredNow.stream()
                .filter(field -> !required.contains(field))
                .forEach(field -> faults.add(name + "." + field + " is required now, and older events have it not"));
        if (before.has("items") && now.has("items")) {
            faults.addAll(between(name + "[]", before.get("items"), now.get("items")));
        }
        return faults;
    }

    /**
     * From one revision to the next. What is kept is never thrown away, and what is stored is lifted.
     *
     * @param kept the names of the schemas there are, as {@code ReminderCreated.1}
     * @param present the revision that each type has in the code
     */
    static List<String> inRevisions(Set<String> kept, Map<String, Integer> present, Upcasting upcasting) {
        List<String> faults = new ArrayList<>();
        for (String name : kept) {
            String type = name.substring(0, name.lastIndexOf('.'));
            int revision = Integer.parseInt(name.substring(type.length() + 1));
            if (present.getOrDefault(type, 0) < revision) {
                faults.add(name + " has a schema, and the code does not know it");
            }
        }
        present.forEach((type, revision) -> {
            for (int older = 1; older < revision; older++) {
                if (!kept.contains(type + "." + older)) {
                    faults.add(type + "." + older + " has no schema any more");
                }
                String lifted = upcasting.revision(type, older);
                if (!lifted.equals(revision.toString())) {
                    faults.add(type + "." + older + " is lifted to " + lifted + " and not to " + revision
                            + ": an upcaster is missing");
                }
            }
        });
        return faults;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
