package com.eindr.infra.voice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The chat model.
 *
 * @param url the base of an OpenAI-compatible API, such as {@code http://localhost:8000/v1}; empty for no model
 * @param model its name there
 * @param key what the API asks for, if anything
 */
@ConfigurationProperties("eindr.chat")
record ChatProperties(
        @DefaultValue("") String url,
        @DefaultValue("bloom-560m") String model,
        @DefaultValue("none") String key) {}
