package com.eindr.search.query;

import com.eindr.shared.UserId;
import java.util.List;
import java.util.UUID;

/** Knows what texts mean, and which of a person's are nearest to something. Whoever implements it, the answers are the same. */
public interface NearestTexts {

    /**
     * The nearest first, of equally near ones the lower id. A text is found by what it says now: one whose words have
     * changed is not found until their meaning is known.
     *
     * @param meaning a vector of {@link com.eindr.voice.SentenceMeaning}
     * @param least the smallest product of two vectors that counts as near
     */
    List<Near> nearest(UserId owner, byte[] meaning, int least, int limit);

    /**
     * A text and how near it is.
     *
     * @param product of the two vectors, a whole number
     */
    record Near(UUID id, int product) {}
}
