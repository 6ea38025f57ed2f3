package com.eindr.voice.web.speech;

import com.eindr.voice.web.speech.Transcript.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Listens to recordings. */
@Component
public class Ear {
    /** What sentences are understood in; whatever else is spoken is understood in English. */
    private static final Set<String> UNDERSTOOD = Set.of("en", "de", "fr", "es", "pt", "tr", "ar", "ur", "hi");

    private static final String UNDETERMINED = "und";
    private static final String ENGLISH = "en";

    private final Transcriber transcriber;

    Ear(Transcriber transcriber) {
        this.transcriber = transcriber;
    }

    /** @param tag language tag of what is to be expected; null where it is to be found out */
    Heard words(Recording recording, @Nullable String tag) {
        return heard(recording, transcriber.transcribe(recording, language(tag)));
    }

    /** The same, so that it can be understood: translated where it is in a language in which nothing is. */
    public Heard toUnderstand(Recording recording, @Nullable String tag) {
        String expected = language(tag);
        if (expected != null && !UNDERSTOOD.contains(expected)) {
            return translated(recording, expected);
        }
        Heard heard = words(recording, tag);
        boolean foreign = !heard.language().equals(UNDETERMINED) && !UNDERSTOOD.contains(heard.language());
        return foreign && !heard.text().isEmpty() ? translated(recording, heard.language()) : heard;
    }

    private Heard translated(Recording recording, String from) {
        Heard heard = heard(recording, transcriber.translate(recording));
        return new Heard(heard.text(), ENGLISH, heard.length(), heard.confidence(), from);
    }

    private static @Nullable String language(@Nullable String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag).getLanguage();
    }

    private static Heard heard(Recording recording, Transcript transcript) {
        List<Segment> said =
                transcript.segments().stream().filter(Believable::said).toList();
        String text = said.stream()
                .map(segment -> segment.text().strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
        Duration told = recording.sound().length();
        return new Heard(
                text, transcript.language(), told == null ? transcript.length() : told, confidence(said), null);
    }

    /** Each segment counts as much as it says. */
    private static @Nullable Integer confidence(List<Segment> said) {
        List<Segment> rated =
                said.stream().filter(segment -> segment.confidence() != null).toList();
        long letters =
                rated.stream().mapToLong(segment -> segment.text().length()).sum();
        long sum = rated.stream()
                .mapToLong(segment -> (long) Objects.requireNonNullElse(segment.confidence(), 0)
                        * segment.text().length())
                .sum();
        return letters == 0 ? null : Math.toIntExact(sum / letters);
    }
}
