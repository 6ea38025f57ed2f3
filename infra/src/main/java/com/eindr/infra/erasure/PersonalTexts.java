package com.eindr.infra.erasure;

import org.jspecify.annotations.Nullable;

/** Encrypts what is personal on its way into a store, and decrypts it on its way back. */
public interface PersonalTexts {

    /**
     * @param person whose words they are
     * @param place where they stand, as {@code DebtRecorded.note}; they can be opened as standing there only
     * @throws com.eindr.shared.Refusal if the person was erased
     * @throws com.eindr.shared.web.StoreUnavailable if the keys cannot be read now
     */
    String seal(String person, String place, String words);

    /**
     * What was sealed; null where the person was erased.
     *
     * @throws SealBroken if it was not sealed like this
     * @throws com.eindr.shared.web.StoreUnavailable if the keys cannot be read now
     */
    @Nullable
    String open(String person, String place, String sealed);
}
