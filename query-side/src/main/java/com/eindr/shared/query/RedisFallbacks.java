package com.eindr.shared.query;

/** Is told each time that something went on without Redis. */
@FunctionalInterface
public interface RedisFallbacks {

    /**
     * @param use what Redis was wanted for, such as {@code views}
     */
    void wentWithout(String use);
}
