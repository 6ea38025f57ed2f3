package com.eindr.voice.web.deed;

import com.eindr.shared.UserId;
import com.eindr.shared.web.WriteRequest;
import com.eindr.voice.Intent;
import com.eindr.voice.Slots;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One thing as it is being done.
 *
 * @param language ISO 639 code of the language in which it was said
 * @param write with its own key
 * @param rehearsed whether nothing is to be recorded
 * @param before what was spoken of before it
 */
record Act(Person person, String language, Order order, WriteRequest write, boolean rehearsed, Remembered before) {

    UserId user() {
        return person.userId();
    }

    Slots slots() {
        return order.said().slots();
    }

    Intent intent() {
        return order.said().intent();
    }

    /** The same about something that is known better. */
    Act with(Order better) {
        return new Act(person, language, better, write, rehearsed, before);
    }

    /** The moment of a local time where the person is. */
    Instant instant(LocalDateTime local) {
        return local.atZone(person.zone()).toInstant();
    }
}
