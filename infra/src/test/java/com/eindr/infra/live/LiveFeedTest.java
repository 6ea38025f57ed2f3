package com.eindr.infra.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.eindr.account.AccountEvent.DeviceRegistered;
import com.eindr.account.DeviceId;
import com.eindr.account.Platform;
import com.eindr.notification.Change;
import com.eindr.notification.LiveChanges.Subscription;
import com.eindr.notification.LiveChanges.TooFarBehind;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BOB = new UserId("bob");

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine(1))
            .build();
    private final LiveFeed feed = new LiveFeed(store, List.of());
    private final Queue<Change> seen = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void somebody_has_done_something() {
        happen(BOB, 0);
        feed.start();
    }

    @AfterEach
    void stop() {
        feed.stop();
        store.shutDown();
    }

    @Test
    void a_device_sees_its_owners_changes_and_nobody_elses() {
        feed.subscribe(ANA, OptionalLong.empty(), seen::add);
        happen(BOB, 1);
        happen(ANA, 2);
        await().until(() -> seen.size() == 1);
        assertThat(seen).containsExactly(new Change(3, ANA, "device-registered", event(ANA, 2)));
    }

    @Test
    void a_device_that_begins_now_sees_nothing_of_the_past() {
        happen(ANA, 1);
        await().until(() -> store.createHeadToken().position().orElse(0) == 2);
        LiveFeed late = new LiveFeed(store, List.of());
        late.start();
        late.subscribe(ANA, OptionalLong.empty(), seen::add);
        happen(ANA, 2);
        await().until(() -> !seen.isEmpty());
        assertThat(seen).extracting(Change::position).containsExactly(3L);
        late.stop();
    }

    @Test
    void a_device_that_comes_back_sees_what_it_missed() {
        IntStream.range(0, 50).forEach(i -> happen(i % 2 == 0 ? ANA : BOB, i));
        feed.subscribe(ANA, OptionalLong.of(11), seen::add);
        await().until(() -> seen.size() == 20);
        assertThat(seen).extracting(Change::position).startsWith(12L, 14L).endsWith(48L, 50L);
    }

    @Test
    void nothing_is_missing_and_nothing_comes_twice_while_others_write() throws InterruptedException {
        int writers = 4;
        int each = 500;
        List<Queue<Change>> devices = new ArrayList<>();
        List<Thread> threads = IntStream.range(0, writers)
                .mapToObj(writer -> Thread.ofVirtual()
                        .start(() -> IntStream.range(0, each).forEach(i -> happen(ANA, writer * each + i))))
                .toList();
        // Devices come while the writers are at it, each having seen another part of the log.
        for (int device = 0; device < 40; device++) {
            Queue<Change> changes = new ConcurrentLinkedQueue<>();
            devices.add(changes);
            feed.subscribe(ANA, OptionalLong.of(1), changes::add);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        List<Long> all = IntStream.rangeClosed(2, 1 + writers * each)
                .mapToObj(position -> (long) position)
                .toList();
        for (Queue<Change> device : devices) {
            await().until(() -> device.size() >= all.size());
            assertThat(device).extracting(Change::position).containsExactlyElementsOf(all);
        }
    }

    @Test
    void a_slow_device_holds_up_nobody_and_catches_up_from_the_log() {
        CountDownLatch stuck = new CountDownLatch(1);
        Queue<Change> slow = new ConcurrentLinkedQueue<>();
        feed.subscribe(ANA, OptionalLong.empty(), change -> {
            awaitUninterruptibly(stuck);
            slow.add(change);
        });
        feed.subscribe(ANA, OptionalLong.empty(), seen::add);
        int more = LiveFeed.ROOM_PER_DEVICE * 2;
        IntStream.range(0, more).forEach(i -> happen(ANA, i));
        await().until(() -> seen.size() == more);
        assertThat(slow).isEmpty();
        stuck.countDown();
        await().until(() -> slow.size() == more);
        assertThat(slow).containsExactlyElementsOf(seen);
    }

    @Test
    void a_listener_that_throws_is_closed() {
        feed.subscribe(ANA, OptionalLong.empty(), change -> {
            seen.add(change);
            throw new IllegalStateException("the connection is gone");
        });
        happen(ANA, 1);
        await().until(() -> seen.size() == 1);
        Queue<Change> other = new ConcurrentLinkedQueue<>();
        feed.subscribe(ANA, OptionalLong.empty(), other::add);
        happen(ANA, 2);
        await().until(() -> other.size() == 1);
        assertThat(seen).hasSize(1);
    }

    @Test
    void a_closed_subscription_is_silent() {
        Subscription subscription = feed.subscribe(ANA, OptionalLong.empty(), seen::add);
        subscription.close();
        Queue<Change> other = new ConcurrentLinkedQueue<>();
        feed.subscribe(ANA, OptionalLong.empty(), other::add);
        happen(ANA, 1);
        await().until(() -> other.size() == 1);
        assertThat(seen).isEmpty();
    }

    @Test
    void a_device_that_was_away_for_too_long_is_told_to_synchronise() {
        store.publish(IntStream.range(0, (int) LiveFeed.FURTHEST_BEHIND + 1)
                .mapToObj(i -> GenericEventMessage.asEventMessage(event(BOB, i)))
                .toList());
        LiveFeed late = new LiveFeed(store, List.of());
        late.start();
        assertThatThrownBy(() -> late.subscribe(ANA, OptionalLong.of(0), seen::add))
                .isInstanceOf(TooFarBehind.class);
        late.stop();
    }

    @Test
    void a_position_of_another_log_is_refused() {
        assertThatThrownBy(() -> feed.subscribe(ANA, OptionalLong.of(4711), seen::add))
                .isInstanceOf(TooFarBehind.class);
    }

    private void happen(UserId user, int number) {
        store.publish(GenericEventMessage.asEventMessage(event(user, number)));
    }

    private static DeviceRegistered event(UserId user, int number) {
        String token = "token-" + number;
        return new DeviceRegistered(user, new DeviceId(DerivedUuid.of(token)), token, Platform.ANDROID);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
