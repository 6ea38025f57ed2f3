package com.eindr.infra.voice;

import com.eindr.voice.SentenceMeaning;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Loads the model when everything else has started, and on a thread of its own: nobody waits for it. */
@Configuration(proxyBeanMethods = false)
class ModelLoading {
    private static final Logger LOG = LoggerFactory.getLogger(ModelLoading.class);

    @Bean
    static SentenceMeaning sentenceMeaning() {
        return new MiniLmMeaning();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext().getBean(SentenceMeaning.class) instanceof MiniLmMeaning model) {
            Thread.ofPlatform().daemon().name("load-model").start(() -> load(model));
        }
    }

    private static void load(MiniLmMeaning model) {
        long began = System.nanoTime();
        try {
            model.load();
            LOG.info(
                    "The model of what sentences mean is loaded after {} ms",
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The model of what sentences mean cannot be loaded: nothing is found by its meaning", e);
        }
    }
}
