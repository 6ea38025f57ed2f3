package com.eindr.voice;

import java.util.List;
import java.util.Optional;

/** Understands what people answer when they are asked. */
public interface Answering {

    /**
     * Reads an answer.
     *
     * @param utterance any text whatever
     * @param open what was asked, as the {@link Understanding} had it
     * @return nothing where it is no answer, and so a new sentence; it never fails
     */
    Optional<Answer> read(Utterance utterance, List<Choice> open);
}
