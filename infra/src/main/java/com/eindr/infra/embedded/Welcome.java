package com.eindr.infra.embedded;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of the start tells where to begin. */
@Component
@Profile("!production")
final class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final double MILLIS = 1000;

    private final Environment environment;

    Welcome(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tellWhereToBegin(ApplicationReadyEvent ready) {
        Duration start = Objects.requireNonNullElse(ready.getTimeTaken(), Duration.ZERO);
        String port = environment.getProperty("local.server.port");
        LOG.info(
                "Eindr is ready after {} s. Try it out: http://localhost:{}/swagger-ui.html; look into the log:"
                        + " http://localhost:{}/console",
                String.format(Locale.ROOT, "%.1f", start.toMillis() / MILLIS),
                port,
                port);
    }
}
