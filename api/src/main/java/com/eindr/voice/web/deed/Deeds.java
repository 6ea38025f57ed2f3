package com.eindr.voice.web.deed;

import com.eindr.shared.web.WriteRequest;
import com.eindr.voice.Understanding;
import java.util.List;

/**
 * Does what people said, by the same commands as a tap. The one way from a sentence to a command, for whoever understood it:
 * the grammar or a chat model.
 */
public interface Deeds {

    /**
     * Does everything that may be done at once; one thing's failure keeps no other from being done.
     *
     * @param write whose idempotency key, if any, is the root of the keys of its commands
     * @return one for each thing, in order
     */
    List<Deed> of(Person person, List<Understanding> said, WriteRequest write);

    /** Says what {@link #of} would come to; nothing is recorded. */
    List<Deed> rehearsed(Person person, List<Understanding> said, WriteRequest write);
}
