package com.eindr.voice.web.talk;

import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import java.util.List;

/**
 * What people and Eindr have said to each other, of those who allow it by their preferences; of nobody else anything is kept or
 * told. Kept for ninety days, in words that only the person's key opens.
 */
public interface Turns {
    /** How many are remembered in a conversation. */
    int REMEMBERED = 6;

    /** Keeps a turn if its person allows it. */
    void keep(UserId person, Turn turn);

    /** The latest first. */
    Slice<Turn> of(UserId person, SliceRequest slice);

    /** The last {@link #REMEMBERED}, in the order in which they were said. */
    List<Turn> last(UserId person);

    /** Forgets everything that a person has said. */
    void forget(UserId person);
}
