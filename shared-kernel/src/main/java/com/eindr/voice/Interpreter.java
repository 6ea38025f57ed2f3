package com.eindr.voice;

/** Understands what people say. */
public interface Interpreter {

    /** Understands any text whatever, in time that grows no faster than the text; never fails and does nothing. */
    Interpretation interpret(Utterance utterance);
}
