package com.eindr.infra.voice;

import com.eindr.voice.web.talk.Talk;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Whether the chat model answers, as far as those who talked to it have found. No part of readiness: everything else works. */
final class ChatHealth extends AbstractHealthIndicator {
    private static final Status NOT_CONFIGURED = new Status("NOT_CONFIGURED");

    private final Talk talk;
    private final CircuitBreaker breaker;

    ChatHealth(Talk talk, CircuitBreaker breaker) {
        super("the chat model cannot be asked");
        this.talk = talk;
        this.breaker = breaker;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (!talk.isThere()) {
            health.status(NOT_CONFIGURED).withDetail("setting", "EINDR_CHAT_URL");
        } else if (breaker.getState() == CircuitBreaker.State.CLOSED) {
            health.up();
        } else {
            health.down().withDetail("breaker", breaker.getState().name());
        }
    }
}
