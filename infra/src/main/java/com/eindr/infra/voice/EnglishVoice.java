package com.eindr.infra.voice;

import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Problems;
import com.eindr.shared.web.RequestFailed;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An English voice in this process, by FreeTTS (a diphone voice of Carnegie Mellon; BSD licence). Not beautiful, but there.
 * It says a sentence in some ten milliseconds, one after the other; the first waits a second until the voice is loaded.
 */
final class EnglishVoice {
    static final String ENGINE = "freetts";

    /** Of the two that the library has this is the one with 16,000 samples a second. */
    private static final String NAME = "kevin16";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private @Nullable Voice voice;

    byte[] say(String text) {
        String sayable = sayable(text);
        if (sayable.chars().noneMatch(Character::isLetterOrDigit)) {
            throw InvalidRequest.of("text", "has nothing in it that can be said in English");
        }
        if (!isMyTurn()) {
            throw new RequestFailed(Problems.unavailable("Too many want to hear something at once.", PATIENCE));
        }
        try {
            SamplesInMemory samples = new SamplesInMemory();
            Voice loaded = loaded();
            loaded.setAudioPlayer(samples);
            if (!loaded.speak(sayable) || samples.isEmpty()) {
                throw InvalidRequest.of("text", "has nothing in it that can be said in English");
            }
            return samples.wav();
        } finally {
            oneAtATime.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return oneAtATime.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Voice loaded() {
        Voice ready = voice;
        if (ready == null) {
            for (Voice candidate : new KevinVoiceDirectory().getVoices()) {
                if (candidate.getName().equals(NAME)) {
                    ready = candidate;
                }
            }
            if (ready == null) {
                throw new IllegalStateException("FreeTTS has no voice " + NAME);
            }
            ready.allocate();
            voice = ready;
        }
        return ready;
    }

    /** The voice reads ASCII, and stumbles over everything else: José is read as Jose, and an emoji not at all. */
    private static String sayable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace('\u2019', '\'')
                .replaceAll("[^\\x20-\\x7E]+", " ")
                .strip();
    }
}
