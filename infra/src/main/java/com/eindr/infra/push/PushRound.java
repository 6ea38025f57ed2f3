package com.eindr.infra.push;

import com.eindr.account.AccountCommand.RemoveDevice;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.AccountQuery.Device;
import com.eindr.account.DeviceId;
import com.eindr.infra.push.PushService.Answer;
import com.eindr.infra.push.PushService.NotConfigured;
import com.eindr.infra.push.PushService.Rejected;
import com.eindr.infra.push.PushService.Taken;
import com.eindr.infra.push.PushService.TokenDead;
import com.eindr.infra.push.PushService.TryLater;
import com.eindr.infra.push.PushTable.Later;
import com.eindr.notification.NotificationCommand;
import com.eindr.notification.NotificationCommand.RecordPushDelivered;
import com.eindr.notification.NotificationCommand.RecordPushNotDelivered;
import com.eindr.notification.NotificationEvent.PushNotDelivered.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the answers to one push come to. */
final class PushRound {
    private final Push push;
    private final int devices;
    private final Set<UUID> taken = new HashSet<>();
    private final List<DeviceId> dead = new ArrayList<>();
    private boolean rejected;
    private boolean nobodySends;
    private boolean again;
    private Duration notBefore = Duration.ZERO;

    /** @param devices how many the recipient has, those that have taken the push included */
    PushRound(Push push, int devices) {
        this.push = push;
        this.devices = devices;
        taken.addAll(push.takenBy());
    }

    Push push() {
        return push;
    }

    void answer(Device device, Answer answer) {
        switch (answer) {
            case Taken yes -> taken.add(device.deviceId().value());
            case TokenDead gone -> dead.add(device.deviceId());
            case Rejected no -> rejected = true;
            case NotConfigured nobody -> nobodySends = true;
            case TryLater later -> {
                again = true;
                if (later.notBefore().compareTo(notBefore) > 0) {
                    notBefore = later.notBefore();
                }
            }
        }
    }

    /** The next attempt, if one is due and still worth it. */
    Optional<Later> later(Instant now, Duration delay) {
        Instant next = now.plus(delay.compareTo(notBefore) > 0 ? delay : notBefore);
        return again && next.isBefore(push.worthlessAt())
                ? Optional.of(new Later(push, next, Set.copyOf(taken)))
                : Optional.empty();
    }

    /** The outcome, for a push that is not tried again. */
    NotificationCommand outcome() {
        if (!taken.isEmpty()) {
            return new RecordPushDelivered(push.notificationId(), taken.size());
        }
        return new RecordPushNotDelivered(push.notificationId(), cause());
    }

    private Cause cause() {
        if (devices == 0) {
            return Cause.NO_DEVICE;
        }
        if (nobodySends) {
            return Cause.NOT_CONFIGURED;
        }
        return again || rejected ? Cause.GIVEN_UP : Cause.DEAD_TOKENS;
    }

    /** Dead tokens are of no use to anybody's next push either. */
    List<RemoveDevice> removals() {
        return dead.stream()
                .map(device -> new RemoveDevice(push.recipient(), device, DeviceRemoved.Cause.DEAD_TOKEN))
                .toList();
    }
}
