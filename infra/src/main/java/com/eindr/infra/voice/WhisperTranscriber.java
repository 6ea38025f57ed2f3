package com.eindr.infra.voice;

import com.eindr.infra.voice.RemoteServer.Misbehaved;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.voice.web.sound.AudioKind;
import com.eindr.voice.web.speech.Recording;
import com.eindr.voice.web.speech.Transcriber;
import com.eindr.voice.web.speech.Transcript;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Listens through a server that speaks OpenAI's protocol for audio: {@code /v1/audio/transcriptions} and {@code translations}. */
final class WhisperTranscriber implements Transcriber {
    static final String PROBE = "/v1/models";

    private static final int LONGEST_ANSWER = 4 << 20;

    private final RemoteServer server;
    private final String model;
    private final String apiKey;

    /** @param apiKey empty for none */
    WhisperTranscriber(RemoteServer server, String model, String apiKey) {
        this.server = server;
        this.model = model;
        this.apiKey = apiKey;
    }

    @Override
    public Transcript transcribe(Recording recording, @Nullable String language) {
        MultipartBody body = body();
        // Servers know languages by two letters; of others they would say that the request is wrong.
        if (language != null && language.length() == 2) {
            body.field("language", language);
        }
        return ask("/v1/audio/transcriptions", body, recording);
    }

    @Override
    public Transcript translate(Recording recording) {
        return ask("/v1/audio/translations", body(), recording);
    }

    private MultipartBody body() {
        return new MultipartBody()
                .field("model", model)
                .field("response_format", "verbose_json")
                .field("temperature", "0");
    }

    private Transcript ask(String path, MultipartBody body, Recording recording) {
        AudioKind kind = recording.sound().kind();
        HttpRequest.Builder request = server.request(path)
                .header("Content-Type", body.contentType())
                .header("Accept", "application/json")
                .POST(body.withFile(
                        "file",
                        "audio." + kind.extension(),
                        kind.mediaType(),
                        recording.bytes(),
                        recording.content()::open));
        if (!apiKey.isEmpty()) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        return server.ask(request.build(), LONGEST_ANSWER, WhisperTranscriber::read);
    }

    private static Transcript read(HttpResponse<byte[]> answer) throws Misbehaved {
        return switch (answer.statusCode()) {
            case 200 -> WhisperAnswer.read(answer.body());
            // It has decoded the recording, or tried to, and nobody else has.
            case 400, 413, 415 -> throw InvalidRequest.of("audio", "cannot be listened to: it may be broken");
            default -> throw new Misbehaved("status " + answer.statusCode());
        };
    }
}
