package com.eindr.voice;

import java.util.Optional;

/** Tells how near sentences are in meaning. */
public interface SentenceMeaning {
    /** What a vector's length is, so that the product of two equal ones is its square. */
    int LENGTH = 127;

    /** The vector of a sentence, of about {@link #LENGTH}; nothing while the model is not loaded, or cannot be. */
    Optional<byte[]> of(String sentence);

    /** How near two vectors are, in hundredths: 100 for the same sentence, about 0 for unrelated ones. */
    static int nearness(byte[] one, byte[] other) {
        int product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return 100 * product / (LENGTH * LENGTH);
    }
}
