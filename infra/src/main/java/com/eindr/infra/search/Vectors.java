package com.eindr.infra.search;

import java.nio.ByteBuffer;

/**
 * Vectors on their way to PostgreSQL and back. Their parts are whole numbers of one byte, so the product of two is a whole
 * number below 2<sup>24</sup>: exact in {@code float4}, in whatever order it is added up, here or by pgvector.
 */
final class Vectors {
    /** How many parts the model's vectors have. */
    static final int PARTS = 384;

    /** What {@code array_send} puts before the elements: dimensions, flags, type, length and lower bound. */
    private static final int HEADER = 20;

    private static final int ELEMENT = 2 * Integer.BYTES;

    private Vectors() {}

    /** As the driver takes it for {@code float4[]}. */
    static Float[] array(byte[] vector) {
        Float[] array = new Float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            array[i] = (float) vector[i];
        }
        return array;
    }

    /** As pgvector reads it. */
    static String text(byte[] vector) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return text.append(']').toString();
    }

    /**
     * The product of a vector and one that PostgreSQL has sent.
     *
     * @param sent what {@code array_send} makes of a {@code float4[]} without nulls: each element behind its length
     */
    static int product(byte[] vector, byte[] sent) {
        if (sent.length != HEADER + vector.length * ELEMENT) {
            throw new IllegalStateException("a vector of " + sent.length + " bytes");
        }
        ByteBuffer elements = ByteBuffer.wrap(sent);
        int product = 0;
        for (int i = 0, at = HEADER + Integer.BYTES; i < vector.length; i++, at += ELEMENT) {
            product += vector[i] * (int) elements.getFloat(at);
        }
        return product;
    }
}
