package com.eindr.voice;

import java.util.List;
import java.util.Optional;

/** Understands what people answer when they are asked. */
public interface Answering {

    /**
     * Reads an answer.
     *
     * @param utterance any text whatever
     * @param asked the intent of which something is open; another command is no answer to it
     * @param open what was asked, as the {@link Understanding} had it
     * @return nothing where it is no answer, and so a new sentence; it never fails
     */
    Optional<Answer> read(Utterance utterance, Intent asked, List<Choice> open);
}
