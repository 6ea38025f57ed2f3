package com.eindr.shared.web;

import com.eindr.shared.UserId;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import java.util.List;
import java.util.function.Supplier;

/** Remembers what a bulk write was about, so that its repetition is about the same, whatever has changed meanwhile. */
public interface KeptSelections {

    /**
     * What the first request with this key was about; selects it where this is the first.
     *
     * @throws KeyReused if the key was used with another fingerprint
     */
    List<String> once(UserId actor, IdempotencyKey key, Supplier<List<String>> select);
}
