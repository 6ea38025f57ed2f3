package com.eindr.voice.web.deed;

import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Understanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one thing that somebody said.
 *
 * @param said as it was understood; its names are those of the things that were found
 * @param fate what was done in the end, which may be less than was understood
 * @param choices what is to be asked, where the fate is {@link Fate#NEEDS_CONFIRMATION}
 * @param resource the path of what was made or changed; null where there is no single one
 * @param result what its person is told
 */
public record Deed(
        Understanding said,
        Fate fate,
        List<Choice> choices,
        @Nullable String resource,
        Result result) {
    public Deed {
        choices = List.copyOf(choices);
    }
}
