package com.eindr.infra.search;

import com.eindr.search.query.NearestTexts;
import com.eindr.shared.UserId;
import java.util.List;

/** Compares here until it is known that pgvector can do it. */
final class NearestByWhatThereIs implements NearestTexts {
    private final VectorExtension extension;
    private final NearestTexts withPgvector;
    private volatile NearestTexts chosen;

    NearestByWhatThereIs(VectorExtension extension, NearestTexts withPgvector, NearestTexts otherwise) {
        this.extension = extension;
        this.withPgvector = withPgvector;
        this.chosen = otherwise;
    }

    /** May take minutes where there are many texts and no index yet. */
    void choose() {
        if (extension.prepare()) {
            chosen = withPgvector;
        }
    }

    @Override
    public List<Near> nearest(UserId owner, byte[] meaning, int least, int limit) {
        return chosen.nearest(owner, meaning, least, limit);
    }
}
