package com.eindr.voice.web.deed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation has come to.
 *
 * @param listed the things that were read out last, in order
 * @param that the thing spoken of last; null where there was none
 * @param undo the token of what was done last; null where nothing was
 * @param question the id of what was asked last; null where nothing is open
 * @param position of the log, up to which the next look-up must see
 */
public record Remembered(
        List<String> listed,
        @Nullable String that,
        @Nullable String undo,
        @Nullable String question,
        long position) {
    static final Remembered NOTHING = new Remembered(List.of(), null, null, null, 0);

    public Remembered {
        listed = List.copyOf(listed);
    }

    /** After one more thing. */
    Remembered after(Done done) {
        return new Remembered(
                done.listed() == null ? listed : done.listed(),
                done.that() == null ? that : done.that(),
                undo,
                question,
                Math.max(position, done.position()));
    }

    Remembered with(@Nullable String newUndo, @Nullable String newQuestion) {
        return new Remembered(listed, that, newUndo, newQuestion, position);
    }
}
