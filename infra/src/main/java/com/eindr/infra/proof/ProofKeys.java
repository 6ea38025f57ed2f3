package com.eindr.infra.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What signs the checkpoints, and what has signed them before. */
final class ProofKeys {
    private final String origin;
    private final NoteSigner signer;
    private final List<NoteVerifier> verifiers;

    /**
     * @param formerKeys verifier keys
     * @throws IllegalArgumentException if one of them is no key
     */
    ProofKeys(String origin, String key, List<String> formerKeys) {
        this.origin = origin;
        this.signer = NoteSigner.of(origin, key);
        this.verifiers = new ArrayList<>();
        verifiers.add(signer.verifier());
        formerKeys.stream().map(NoteVerifier::parse).forEach(verifiers::add);
    }

    String origin() {
        return origin;
    }

    /** The verifier keys, the one of the present key first. */
    List<String> published() {
        return verifiers.stream().map(NoteVerifier::text).toList();
    }

    /** The checkpoint as a signed note. */
    String sign(Checkpoint checkpoint) {
        return signer.sign(checkpoint.text());
    }

    /** The checkpoint of a note that one of the keys has signed. */
    Optional<Checkpoint> open(String note) {
        return verifiers.stream()
                .flatMap(verifier -> verifier.open(note).stream())
                .findFirst()
                .map(Checkpoint::parse)
                .filter(checkpoint -> checkpoint.origin().equals(origin));
    }
}
