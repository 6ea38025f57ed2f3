package com.eindr.voice.web.deed;

import com.eindr.voice.Intent;
import java.util.Set;

/** Does the things of one kind. */
interface Family {
    Set<Intent> intents();

    /** @throws RuntimeException what a request for the same would have been refused with */
    Done act(Act act);
}
