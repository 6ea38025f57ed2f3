package com.eindr.infra.voice;

import com.eindr.shared.web.Problem;
import com.eindr.shared.web.Problem.FieldError;
import com.eindr.shared.web.RequestFailed;
import com.eindr.voice.web.speech.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Coqui for what it speaks, and the English voice in this process where it does not, or does not answer. */
final class SpeakerByLanguage implements Speaker {
    private static final String ENGLISH = "en";

    private final @Nullable CoquiSpeaker coqui;
    private final Set<String> spoken;
    private final EnglishVoice english;

    /** @param spoken ISO 639 codes of what Coqui speaks; empty where there is none */
    SpeakerByLanguage(@Nullable CoquiSpeaker coqui, Set<String> spoken, EnglishVoice english) {
        this.coqui = coqui;
        this.spoken = coqui == null ? Set.of() : Set.copyOf(spoken);
        this.english = english;
    }

    @Override
    public List<Voice> voices() {
        Set<String> languages = new TreeSet<>(spoken);
        languages.add(ENGLISH);
        return languages.stream()
                .map(language ->
                        new Voice(language, spoken.contains(language) ? CoquiSpeaker.ENGINE : EnglishVoice.ENGINE))
                .toList();
    }

    @Override
    public byte[] say(String text, String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        CoquiSpeaker server = coqui;
        if (server != null && spoken.contains(language)) {
            try {
                return server.say(text, language);
            } catch (RequestFailed away) {
                if (!language.equals(ENGLISH)) {
                    throw away;
                }
            }
        } else if (!language.equals(ENGLISH)) {
            throw new RequestFailed(Problem.of(
                            HttpStatus.NOT_FOUND,
                            "no-voice",
                            "Nobody here speaks this language",
                            coqui == null
                                    ? "English is all that is spoken here: set EINDR_COQUI_URL to a server that speaks."
                                    : "EINDR_COQUI_LANGUAGES does not name this language.")
                    .withErrors(List.of(new FieldError("language", "is spoken by no voice of GET /voice/voices"))));
        }
        return english.say(text);
    }
}
