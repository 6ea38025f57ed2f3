package com.eindr.infra.voice;

import com.eindr.infra.voice.RemoteServer.Misbehaved;
import com.eindr.voice.web.sound.AudioKind;
import com.eindr.voice.web.sound.BrokenSound;
import com.eindr.voice.web.sound.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Speaks through {@code tts-server} of Coqui TTS: {@code GET /api/tts}. */
final class CoquiSpeaker {
    static final String ENGINE = "coqui";
    static final String PROBE = "/";

    private static final int LONGEST_ANSWER = 64 << 20;

    private final RemoteServer server;
    private final String speaker;

    /** @param speaker empty where the model knows one only */
    CoquiSpeaker(RemoteServer server, String speaker) {
        this.server = server;
        this.speaker = speaker;
    }

    byte[] say(String text, String language) {
        HttpRequest request = server.request("/api/tts?text=" + encoded(text) + "&speaker_id=" + encoded(speaker)
                        + "&style_wav=&language_id=" + encoded(language))
                .header("Accept", "audio/wav")
                .GET()
                .build();
        return server.ask(request, LONGEST_ANSWER, CoquiSpeaker::read);
    }

    private static byte[] read(HttpResponse<byte[]> answer) throws Misbehaved, IOException {
        if (answer.statusCode() != 200) {
            throw new Misbehaved("status " + answer.statusCode());
        }
        try {
            Sound sound = Sound.of(new ByteArrayInputStream(answer.body()));
            if (sound.kind() != AudioKind.WAV || sound.silent()) {
                throw new Misbehaved("what it says cannot be heard");
            }
        } catch (BrokenSound e) {
            throw new Misbehaved("what it says is no sound");
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
