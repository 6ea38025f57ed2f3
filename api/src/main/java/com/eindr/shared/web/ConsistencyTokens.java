package com.eindr.shared.web;

import org.springframework.stereotype.Component;

/** Positions of the log as clients carry them. */
@Component
final class ConsistencyTokens {
    /** The request header that asks to see the write of a token. */
    static final String HEADER = "Consistent-With";

    private static final String PURPOSE = "consistency";

    private final Seals seals;

    ConsistencyTokens(Seals seals) {
        this.seals = seals;
    }

    String seal(long position) {
        return seals.seal(Long.toString(position, Character.MAX_RADIX), PURPOSE);
    }

    /** @throws InvalidRequest if the token was not made here */
    long open(String token) {
        return seals.open(token, PURPOSE)
                .map(text -> Long.parseLong(text, Character.MAX_RADIX))
                .orElseThrow(() -> InvalidRequest.of(HEADER, "is not a Consistency-Token of this API"));
    }
}
