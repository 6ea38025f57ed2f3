package com.eindr.infra.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrProperties;
import com.eindr.infra.testing.EindrTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.springframework.test.context.TestPropertySource;

/** Two devices of one person, whatever happens, end with the same, which is what the server holds. */
@EindrTest
@TestPropertySource(properties = {"eindr.rate-limits.reads-per-minute=0", "eindr.rate-limits.writes-per-minute=0"})
@AddLifecycleHook(EindrProperties.class)
class SyncPropertyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_STEPS = 60;

    private final ApiClient api;

    SyncPropertyTest(ApiClient api) {
        this.api = api;
    }

    /** Something that a person does, or one of their devices. */
    sealed interface Step {
        record Edit(int deed, int thing, String text) implements Step {}

        record Sync(int device, int limit, boolean forgetful) implements Step {}

        record Lost(int device, int limit) implements Step {}
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void two_devices_end_with_what_the_server_holds(@ForAll("lives") List<Step> steps) {
        Household household = new Household(api);
        List<Device> devices = List.of(new Device(), new Device());
        for (Step step : steps) {
            switch (step) {
                case Step.Edit edit -> household.edit(edit.deed(), edit.thing(), edit.text());
                case Step.Sync sync ->
                    devices.get(sync.device()).sync(household.owner(), sync.limit(), sync.forgetful());
                case Step.Lost lost -> devices.get(lost.device()).lose(household.owner(), lost.limit());
            }
        }
        // What follows from an edit, such as a notification, may come a moment later.
        await().atMost(PATIENCE).untilAsserted(() -> {
            String token = String.valueOf(
                    household.owner().patch("me", Map.of()).expect(200).header("Consistency-Token"));
            for (Device device : devices) {
                while (device.sync(household.owner(), 3, false, "Consistent-With", token)) {
                    assertThat(device.store()).isNotEmpty();
                }
            }
            assertThat(devices.getFirst().store()).isEqualTo(household.listed(token));
            assertThat(devices.getLast().store()).isEqualTo(devices.getFirst().store());
        });
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Integer> device = Arbitraries.integers().between(0, 1);
        Arbitrary<Integer> limit = Arbitraries.of(1, 2, 3, 5, 100);
        Arbitrary<Step> edit = Combinators.combine(
                        Arbitraries.integers().between(0, Household.deeds() - 1),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of("Run", "Eat", "Schlafen", "پڑھنا"))
                .as(Step.Edit::new);
        Arbitrary<Step> sync = Combinators.combine(device, limit, Arbitraries.of(true, false, false))
                .as(Step.Sync::new);
        Arbitrary<Step> lost = Combinators.combine(device, limit).as(Step.Lost::new);
        return Arbitraries.frequencyOf(Tuple.of(7, edit), Tuple.of(3, sync), Tuple.of(1, lost))
                .list()
                .ofMinSize(10)
                .ofMaxSize(MOST_STEPS);
    }
}
