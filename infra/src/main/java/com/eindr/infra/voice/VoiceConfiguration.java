package com.eindr.infra.voice;

import com.eindr.infra.voice.ModelLoading.ModelLoaded;
import com.eindr.voice.Interpreter;
import com.eindr.voice.SentenceMeaning;
import com.eindr.voice.command.GrammarInterpreter;
import com.eindr.voice.command.Judgement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Wires the voice. Until the model has come the grammar understands alone, and asks more often. */
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {
    private final Judgement judgement;

    VoiceConfiguration(SentenceMeaning meaning) {
        this.judgement = new Judgement(meaning);
    }

    @Bean
    Interpreter interpreter() {
        return new GrammarInterpreter(judgement);
    }

    @EventListener
    void learn(ModelLoaded loaded) {
        judgement.learn();
    }
}
