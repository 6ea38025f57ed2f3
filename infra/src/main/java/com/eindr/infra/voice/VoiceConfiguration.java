package com.eindr.infra.voice;

import com.eindr.voice.Answering;
import com.eindr.voice.Interpreter;
import com.eindr.voice.SentenceMeaning;
import com.eindr.voice.command.GrammarAnswering;
import com.eindr.voice.command.GrammarInterpreter;
import com.eindr.voice.command.Judgement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the voice. Until the model has come the grammar understands alone, and asks more often. */
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {

    @Bean
    static Interpreter interpreter(SentenceMeaning meaning) {
        return new GrammarInterpreter(Judgement.by(meaning));
    }

    @Bean
    static Answering answering() {
        return new GrammarAnswering();
    }
}
