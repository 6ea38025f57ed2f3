package com.eindr.infra.voice;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that speaks, under {@code eindr.coqui}: {@code tts-server} of Coqui TTS.
 *
 * @param url of the server; empty where there is none
 * @param speaker by the name that its model knows; empty where it knows one only
 * @param languages ISO 639 codes of what its model speaks; by default those of XTTS that Eindr understands
 * @param timeout how long one sentence may take as a whole
 */
@ConfigurationProperties("eindr.coqui")
record CoquiProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String speaker,

        @DefaultValue({"en", "de", "fr", "es", "pt", "tr", "ar", "hi"})
        List<String> languages,

        @DefaultValue("20s") Duration timeout) {}
