package com.eindr.infra.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.account.AccountCommand.EditProfile;
import com.eindr.account.AccountCommand.RegisterDevice;
import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.account.AccountCommand.RemoveDevice;
import com.eindr.account.AccountEvent.DeviceRemoved.Cause;
import com.eindr.account.AccountRefusal;
import com.eindr.account.DeviceId;
import com.eindr.account.Platform;
import com.eindr.infra.testing.EindrTest;
import com.eindr.notification.NotificationCommand.MarkNotificationRead;
import com.eindr.notification.NotificationId;
import com.eindr.shared.Patch;
import com.eindr.shared.Refusal;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Commands;
import com.eindr.shared.web.KeyReused;
import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.StillRunning;
import com.eindr.shared.web.WriteConflict;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@EindrTest
class CommandExecutorTest {
    private final Commands commands;
    private final IdempotencyKeys keys;
    private final JdbcTemplate database;
    private final MeterRegistry meters;
    private final UserId user = new UserId(TimeOrderedUuid.next().toString());

    @Autowired
    CommandExecutorTest(Commands commands, IdempotencyKeys keys, JdbcTemplate database, MeterRegistry meters) {
        this.commands = commands;
        this.keys = keys;
        this.database = database;
        this.meters = meters;
    }

    @BeforeEach
    void register() {
        commands.execute(new RegisterUser(user), plain());
    }

    @Test
    void a_receipt_tells_version_and_position_and_the_events_who_acted() {
        Receipt receipt = commands.execute(rename("Ana"), plain());
        assertThat(receipt.aggregateId()).isEqualTo(user.value());
        assertThat(receipt.version()).isEqualTo(3);
        assertThat(receipt.position()).isEqualTo(head());
        assertThat(database.queryForObject(
                        "SELECT convert_from(meta_data, 'UTF8')::jsonb ->> 'actor' FROM domain_event_entry"
                                + " WHERE global_index = ?",
                        String.class,
                        receipt.position()))
                .isEqualTo(user.value());
        assertThat(meters.get("eindr.commands")
                        .tag("command", "EditProfile")
                        .tag("outcome", "ok")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void a_command_with_nothing_to_do_answers_with_the_present_version() {
        commands.execute(rename("Ana"), plain());
        long head = head();
        Receipt again = commands.execute(rename("Ana"), plain());
        assertThat(again.version()).isEqualTo(3);
        assertThat(again.position()).isGreaterThanOrEqualTo(head);
        assertThat(eventsOfUser()).isEqualTo(3);
    }

    @Test
    void an_edit_of_a_stale_version_is_refused_unless_what_it_edits_is_not_there() {
        commands.execute(rename("Ana"), plain());
        assertThatThrownBy(() -> commands.execute(rename("Ben"), expecting(2))).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> commands.execute(removeUnknownDevice(), expecting(2)))
                .isInstanceOf(Refusal.class);
        assertThat(commands.execute(rename("Ben"), expecting(3)).version()).isEqualTo(4);
    }

    @Test
    void of_many_edits_of_one_version_exactly_one_wins() throws Exception {
        List<Future<Receipt>> edits = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                String name = "name " + i;
                edits.add(callers.submit(() -> commands.execute(rename(name), expecting(2))));
            }
        }
        assertThat(edits.stream().filter(edit -> edit.state() == Future.State.SUCCESS))
                .hasSize(1);
        assertThat(eventsOfUser()).isEqualTo(3);
    }

    @Test
    void concurrent_edits_without_a_version_all_win() throws Exception {
        List<Future<Receipt>> edits = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                String name = "name " + i;
                edits.add(callers.submit(() -> commands.execute(rename(name), plain())));
            }
        }
        for (Future<Receipt> edit : edits) {
            edit.get();
        }
        assertThat(eventsOfUser()).isEqualTo(22);
    }

    @Test
    void a_repetition_is_given_the_first_answer_although_the_state_has_moved_on() {
        Receipt first = commands.execute(rename("Ana"), keyed("k", "f"));
        commands.execute(rename("Ben"), plain());
        assertThat(commands.execute(rename("Ana"), keyed("k", "f"))).isEqualTo(first);
        assertThat(eventsOfUser()).isEqualTo(4);
    }

    @Test
    void a_repetition_with_the_version_it_changed_is_no_conflict() {
        WriteRequest request = new WriteRequest(user, new IdempotencyKey("k", "f"), OptionalLong.of(2));
        Receipt first = commands.execute(rename("Ana"), request);
        assertThat(commands.execute(rename("Ana"), request)).isEqualTo(first);
    }

    @Test
    void a_repeated_no_op_is_given_the_first_answer() {
        commands.execute(rename("Ana"), plain());
        Receipt first = commands.execute(rename("Ana"), keyed("k", "f"));
        commands.execute(rename("Ben"), plain());
        assertThat(commands.execute(rename("Ana"), keyed("k", "f"))).isEqualTo(first);
        assertThat(eventsOfUser()).isEqualTo(4);
    }

    @Test
    void a_repeated_refusal_is_given_again_although_it_would_be_granted_now() {
        DeviceId device = new DeviceId(TimeOrderedUuid.next());
        RemoveDevice remove = new RemoveDevice(user, device, Cause.ASKED);
        Refusal first = refusal(() -> commands.execute(remove, keyed("k", "f")));
        commands.execute(new RegisterDevice(user, device, "token " + device, Platform.ANDROID), plain());
        Refusal again = refusal(() -> commands.execute(remove, keyed("k", "f")));
        assertThat(again.reason()).isEqualTo(first.reason()).isEqualTo(AccountRefusal.DEVICE_NOT_FOUND);
        assertThat(again.detail()).isEqualTo(first.detail());
        assertThat(again.field()).isEqualTo(first.field());
    }

    @Test
    void a_key_stands_for_one_request_of_one_caller() {
        commands.execute(rename("Ana"), keyed("k", "f"));
        assertThatThrownBy(() -> commands.execute(rename("Ben"), keyed("k", "g")))
                .isInstanceOf(KeyReused.class);
        assertThatThrownBy(() -> commands.execute(rename("Ana"), keyed("k", "g")))
                .isInstanceOf(KeyReused.class);
        assertThatThrownBy(() -> commands.execute(removeUnknownDevice(), keyed("k", "g")))
                .isInstanceOf(KeyReused.class);
        UserId other = new UserId(TimeOrderedUuid.next().toString());
        WriteRequest theirs = new WriteRequest(other, new IdempotencyKey("k", "g"), OptionalLong.empty());
        assertThat(commands.execute(new RegisterUser(other), theirs).version()).isEqualTo(2);
    }

    @Test
    void simultaneous_twins_are_decided_once() throws Exception {
        List<Future<Receipt>> twins = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                twins.add(callers.submit(() -> commands.execute(rename("Ana"), keyed("k", "f"))));
            }
        }
        assertThat(eventsOfUser()).isEqualTo(3);
        long answered = 0;
        for (Future<Receipt> twin : twins) {
            try {
                assertThat(twin.get().version()).isEqualTo(3);
                answered++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(StillRunning.class);
            }
        }
        assertThat(answered).isPositive();
    }

    @Test
    void an_id_of_another_kind_of_thing_finds_nothing() {
        UserId uuid = new UserId(TimeOrderedUuid.next().toString());
        commands.execute(new RegisterUser(uuid), new WriteRequest(uuid, null, OptionalLong.empty()));
        MarkNotificationRead read = new MarkNotificationRead(NotificationId.of(uuid.value()), user);
        assertThat(refusal(() -> commands.execute(read, plain())).reason().slug())
                .isEqualTo("notification-not-found");
        MarkNotificationRead absent = new MarkNotificationRead(new NotificationId(TimeOrderedUuid.next()), user);
        assertThat(refusal(() -> commands.execute(absent, plain())).reason().slug())
                .isEqualTo("notification-not-found");
    }

    @Test
    void keys_are_forgotten_when_they_are_old() {
        commands.execute(rename("Ana"), keyed("k", "f"));
        database.update(
                "UPDATE idempotency_key SET recorded_at = now() - interval '26 hours' WHERE caller = ?", user.value());
        keys.forget(Duration.ofHours(25));
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM idempotency_key WHERE caller = ?", Long.class, user.value()))
                .isZero();
    }

    private EditProfile rename(String name) {
        return new EditProfile(user, Patch.of(name), Patch.absent(), Patch.absent());
    }

    private RemoveDevice removeUnknownDevice() {
        return new RemoveDevice(user, new DeviceId(TimeOrderedUuid.next()), Cause.ASKED);
    }

    private WriteRequest plain() {
        return new WriteRequest(user, null, OptionalLong.empty());
    }

    private WriteRequest expecting(long version) {
        return new WriteRequest(user, null, OptionalLong.of(version));
    }

    private WriteRequest keyed(String key, String fingerprint) {
        return new WriteRequest(user, new IdempotencyKey(key, fingerprint), OptionalLong.empty());
    }

    private static Refusal refusal(Runnable write) {
        try {
            write.run();
        } catch (Refusal e) {
            return e;
        }
        throw new AssertionError("nothing was refused");
    }

    private long head() {
        Long head = database.queryForObject("SELECT position FROM event_log_head", Long.class);
        return head == null ? 0 : head;
    }

    private long eventsOfUser() {
        Long events = database.queryForObject(
                "SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier = ?", Long.class, user.value());
        return events == null ? 0 : events;
    }
}
