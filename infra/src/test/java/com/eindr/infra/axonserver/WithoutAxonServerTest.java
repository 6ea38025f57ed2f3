package com.eindr.infra.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.eventlog.LogEventStore;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The default, with an Axon Server within reach that nobody asked for. */
@EindrTest
class WithoutAxonServerTest {
    private static final AxonServerDouble SERVER = AxonServerDouble.started("default", "secret");

    private final ApplicationContext context;
    private final ApiClient api;

    @Autowired
    WithoutAxonServerTest(ApplicationContext context, ApiClient api) {
        this.context = context;
        this.api = api;
    }

    @DynamicPropertySource
    static void point_at_the_server(DynamicPropertyRegistry properties) {
        properties.add("axon.axonserver.servers", SERVER::address);
        properties.add("axon.axonserver.token", () -> "secret");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void the_log_is_in_postgresql_and_the_connector_is_not_there() {
        assertThat(context.getBean(EventStore.class)).isInstanceOf(LogEventStore.class);
        assertThat(Stream.of(context.getBeanDefinitionNames())
                        .map(context::getType)
                        .filter(type -> type != null && type.getName().contains("axonserver"))
                        .map(Class::getName))
                .isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("axonserver"));
        api.anonymous().get("/actuator/health/readiness").expect(200);
        assertThat(SERVER.calls()).isEmpty();
    }
}
