package com.eindr.infra.voice;

import com.eindr.voice.Interpreter;
import com.eindr.voice.command.GrammarInterpreter;
import com.eindr.voice.command.Judgement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Wires the voice. The model is loaded once the application is ready, beside everything else: start-up does not wait for
 * it, and until it is there the grammar understands alone and asks more often.
 */
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {
    private static final Logger log = LoggerFactory.getLogger(VoiceConfiguration.class);

    private final MiniLmMeaning meaning = new MiniLmMeaning();
    private final Judgement judgement = new Judgement(meaning);
    private final boolean model;

    VoiceConfiguration(@Value("${eindr.voice.model:true}") boolean model) {
        this.model = model;
    }

    @Bean
    Interpreter interpreter() {
        return new GrammarInterpreter(judgement);
    }

    @EventListener(ApplicationReadyEvent.class)
    void learn() {
        if (model) {
            Thread.ofPlatform().daemon().name("voice-model").start(this::load);
        }
    }

    private void load() {
        try {
            meaning.load();
            judgement.learn();
            log.info("The voice has its model");
        } catch (RuntimeException | LinkageError e) {
            log.warn("The voice has no model on this machine and understands by its grammar alone", e);
        }
    }
}
