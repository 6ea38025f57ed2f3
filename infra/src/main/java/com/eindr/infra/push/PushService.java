package com.eindr.infra.push;

import java.time.Duration;
import java.util.List;

/** Whoever brings pushes to devices. */
interface PushService {

    /** More messages than this are never sent at once. */
    int MOST_AT_ONCE = 500;

    /**
     * Sends messages and says what became of each, in their order. Never throws: a service that is away answers every
     * message with {@link TryLater}. May take minutes.
     */
    List<Answer> send(List<PushMessage> messages);

    /** What became of a message. */
    sealed interface Answer {}

    /** The service took it; the device will show it. */
    record Taken() implements Answer {}

    /** The device is gone for good. */
    record TokenDead() implements Answer {}

    /** The service will never take this message. */
    record Rejected(String why) implements Answer {}

    /** There is no service: nobody was asked, and nobody ever will be about this message. */
    record NotConfigured() implements Answer {}

    /**
     * The service did not take it now.
     *
     * @param notBefore how long the service asks to be left alone; zero where it does not say
     */
    record TryLater(Duration notBefore, String why) implements Answer {}
}
