package com.eindr.infra.voice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that listens, under {@code eindr.whisper}. It speaks OpenAI's protocol for audio.
 *
 * @param url of the server, with or without {@code /v1}; empty where nobody listens
 * @param model the name of the model, as that server knows it
 * @param apiKey sent as a bearer token; empty for none
 * @param timeout how long one question may take as a whole
 * @param longestAudio how long a recording may last that says how long it is
 */
@ConfigurationProperties("eindr.whisper")
record WhisperProperties(
        @DefaultValue("") String url,
        @DefaultValue("whisper-1") String model,
        @DefaultValue("") String apiKey,
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("60s") Duration longestAudio) {
    @Override
    public String toString() {
        return "WhisperProperties[url=" + url + ", model=" + model + "]";
    }
}
