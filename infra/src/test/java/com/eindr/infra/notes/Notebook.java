package com.eindr.infra.notes;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient.Session;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes notes, and looks for them once they can be read. */
record Notebook(Session writer) {

    Answer write(Map<String, Object> note) {
        return writer.post("notes", new HashMap<>(note)).expect(201);
    }

    static String id(Answer created) {
        return created.json().path("id").asString();
    }

    Answer seen(String path, Answer after) {
        return writer.get(path, "Consistent-With", Objects.requireNonNull(after.header("Consistency-Token")))
                .expect(200);
    }

    List<String> found(String words, Answer after) {
        List<String> ids = new ArrayList<>();
        seen("notes?q=" + encoded(words), after)
                .json()
                .path("items")
                .forEach(note -> ids.add(note.path("id").asString()));
        return ids;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
