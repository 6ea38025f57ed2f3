package com.eindr.infra.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.embedded.EmbeddedServers;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code kill -9} while circles are netted: every line of a circle is smaller afterwards, or none is. */
class NettingsKilledTest {
    private static final Logger LOG = LoggerFactory.getLogger(NettingsKilledTest.class);
    private static final Map<String, String> NO_RATE_LIMITS =
            Map.of("eindr.rate-limits.reads-per-minute", "0", "eindr.rate-limits.writes-per-minute", "0");
    private static final int CIRCLES = 12;
    private static final int PEOPLE = 4;

    private final RandomGenerator random = RandomGenerator.getDefault();
    private final List<NettedCircle> circles = new ArrayList<>();

    @TempDir
    private Path home;

    @AfterEach
    void leave_no_process_behind() {
        EmbeddedServers.stopLeftIn(home);
    }

    @Test
    void kill_9_while_circles_are_netted_leaves_none_netted_in_part() throws Exception {
        kill(2);
    }

    @Test
    @Tag("soak")
    void nor_in_twenty_times() throws Exception {
        kill(20);
    }

    private void kill(int times) throws Exception {
        for (int cycle = 0; cycle < times; cycle++) {
            try (AppProcess application =
                    AppProcess.launch(home, NO_RATE_LIMITS).awaitReady()) {
                ApiClient api = application.api();
                finish(api);
                begin(api, cycle);
                AtomicInteger answered = new AtomicInteger();
                int enough = random.nextInt(CIRCLES);
                List<Thread> approvals = new ArrayList<>();
                for (int person = 0; person < PEOPLE; person++) {
                    int first = person;
                    approvals.add(Thread.ofVirtual().start(() -> {
                        for (int i = first; i < CIRCLES && circles.get(i).approveLast(api); i += PEOPLE) {
                            answered.incrementAndGet();
                        }
                    }));
                }
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> answered.get() >= enough);
                application.kill();
                for (Thread approval : approvals) {
                    approval.join();
                }
            }
        }
        try (AppProcess application = AppProcess.launch(home, NO_RATE_LIMITS).awaitReady()) {
            finish(application.api());
        }
    }

    private void begin(ApiClient api, int cycle) throws InterruptedException {
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < CIRCLES; i++) {
            NettedCircle circle = new NettedCircle(cycle + "-" + i);
            circles.add(circle);
            people.add(Thread.ofVirtual().start(() -> circle.agreeButOne(api)));
        }
        for (Thread person : people) {
            person.join();
        }
    }

    /** What a cut has left is whole; then whoever was not answered asks again, and all of it is done. */
    private void finish(ApiClient api) {
        long netted =
                circles.stream().filter(circle -> circle.isNettedWhole(api)).count();
        long acknowledged =
                circles.stream().filter(NettedCircle::isAcknowledged).count();
        if (!circles.isEmpty()) {
            LOG.info("Of {} circles {} were netted, {} of them acknowledged", circles.size(), netted, acknowledged);
        }
        for (NettedCircle circle : circles) {
            assertThat(circle.approveLast(api)).isTrue();
            assertThat(circle.isNettedWhole(api)).isTrue();
        }
        circles.clear();
    }
}
