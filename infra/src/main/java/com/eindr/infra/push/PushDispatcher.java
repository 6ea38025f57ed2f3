package com.eindr.infra.push;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountQuery.Device;
import com.eindr.account.AccountQuery.DevicesOf;
import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.infra.push.PushService.Answer;
import com.eindr.infra.push.PushTable.Later;
import com.eindr.notification.NotificationCommand;
import com.eindr.notification.NotificationCommand.RecordPushNotDelivered;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due in the push outbox, and has the outcome recorded. It works on threads of its own: however long the
 * push service takes, no ring waits for it.
 *
 * <p>A push is sent at least once. The outcome is recorded before the push leaves the outbox, so a node that dies in
 * between sends it again; the device shows it once, by its collapse key.
 */
@Component
class PushDispatcher {
    private static final String ACTOR = "system:push-dispatcher";
    private static final int OUTCOMES_SIDE_BY_SIDE = 8;
    private static final int MOST_DOUBLINGS = 20;
    /** Published from the start, so that a dashboard can tell "none yet" from "not measured". */
    private static final List<String> OUTCOMES =
            List.of("delivered", "retry", "no_device", "dead_tokens", "given_up", "not_configured");

    private static final Logger LOG = LoggerFactory.getLogger(PushDispatcher.class);

    private final PushTable table;
    private final PushService service;
    private final CommandGateway commands;
    private final QueryGateway queries;
    private final PushProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Semaphore places = new Semaphore(OUTCOMES_SIDE_BY_SIDE);

    PushDispatcher(
            PushTable table,
            PushService service,
            CommandGateway commands,
            QueryGateway queries,
            PushProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.table = table;
        this.service = service;
        this.commands = commands;
        this.queries = queries;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        OUTCOMES.forEach(this::counter);
    }

    /**
     * Sends one batch of what is due.
     *
     * @return whether there may be more
     */
    boolean round() {
        List<Push> claimed = table.claim(clock.instant(), properties.lease(), properties.batch());
        if (claimed.isEmpty()) {
            return false;
        }
        List<PushRound> rounds = new ArrayList<>();
        List<PushMessage> messages = new ArrayList<>();
        List<PushRound> roundOfMessage = new ArrayList<>();
        Map<UserId, List<Device>> devices = new HashMap<>();
        Map<UserId, Boolean> showsTitle = new HashMap<>();
        for (Push push : claimed) {
            List<Device> places = devices.computeIfAbsent(push.recipient(), this::devicesOf);
            PushRound round = new PushRound(push, places.size());
            rounds.add(round);
            for (Device device : places) {
                if (!push.takenBy().contains(device.deviceId().value())) {
                    boolean shows = showsTitle.computeIfAbsent(push.recipient(), this::showsTitle);
                    messages.add(new PushMessage(push, device, shows));
                    roundOfMessage.add(round);
                }
            }
        }
        send(messages, roundOfMessage);
        settle(rounds);
        return claimed.size() == properties.batch();
    }

    private void send(List<PushMessage> messages, List<PushRound> roundOfMessage) {
        for (int from = 0; from < messages.size(); from += PushService.MOST_AT_ONCE) {
            int to = Math.min(messages.size(), from + PushService.MOST_AT_ONCE);
            List<Answer> answers = service.send(messages.subList(from, to));
            for (int i = from; i < to; i++) {
                roundOfMessage.get(i).answer(messages.get(i).device(), answers.get(i - from));
            }
        }
    }

    private void settle(List<PushRound> rounds) {
        Instant now = clock.instant();
        List<Later> again = new ArrayList<>();
        List<CompletableFuture<Void>> recordings = new ArrayList<>();
        List<Push> settled = new ArrayList<>();
        for (PushRound round : rounds) {
            round.removals().forEach(removal -> recordings.add(record(round.push(), removal)));
            Optional<Later> later = round.later(now, delay(round.push().attempts()));
            if (later.isPresent()) {
                again.add(later.get());
                count("retry");
            } else {
                NotificationCommand outcome = round.outcome();
                recordings.add(record(round.push(), outcome));
                settled.add(round.push());
                count(name(outcome));
            }
        }
        table.putBack(again);
        // Where an outcome could not be recorded nothing is removed: the lease runs out, and the batch comes again.
        CompletableFuture.allOf(recordings.toArray(CompletableFuture[]::new)).join();
        table.remove(settled);
    }

    private CompletableFuture<Void> record(Push push, Object command) {
        Map<String, String> metaData = new HashMap<>(Map.of(MessageKeys.ACTOR, ACTOR));
        if (push.correlationId() != null) {
            metaData.put(MessageKeys.CORRELATION, push.correlationId());
        }
        var message = GenericCommandMessage.asCommandMessage(command).andMetaData(metaData);
        return CompletableFuture.runAsync(
                () -> {
                    places.acquireUninterruptibly();
                    try {
                        commands.send(message).join();
                    } catch (CompletionException e) {
                        if (!(e.getCause() instanceof Refusal || e.getCause() instanceof AggregateNotFoundException)) {
                            throw e;
                        }
                        LOG.info("{} came too late: {}", message.getCommandName(), e.getMessage());
                    } finally {
                        places.release();
                    }
                },
                Thread::startVirtualThread);
    }

    /** Doubles with each attempt, give or take a quarter, so that those who failed together do not come back together. */
    private Duration delay(int attempts) {
        Duration doubled = properties.firstRetry().multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration delay = doubled.compareTo(properties.longestRetry()) < 0 ? doubled : properties.longestRetry();
        long millis = delay.toMillis();
        return Duration.ofMillis(millis + RandomGenerator.getDefault().nextLong(-millis / 4, millis / 4 + 1));
    }

    private List<Device> devicesOf(UserId user) {
        return queries.query(new DevicesOf(user), ResponseTypes.multipleInstancesOf(Device.class))
                .join();
    }

    private boolean showsTitle(UserId user) {
        return queries.query(new AccountOf(user), ResponseTypes.optionalInstanceOf(AccountView.class))
                .join()
                .map(AccountView::preferences)
                .orElse(Preferences.INITIAL)
                .pushShowsTitle();
    }

    private static String name(NotificationCommand outcome) {
        return outcome instanceof RecordPushNotDelivered not
                ? not.cause().name().toLowerCase(Locale.ROOT)
                : "delivered";
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("eindr.push")
                .description("Pushes by what became of an attempt")
                .tag("outcome", outcome)
                .register(meters);
    }
}
