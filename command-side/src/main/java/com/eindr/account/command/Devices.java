package com.eindr.account.command;

import com.eindr.account.AccountCommand.DropDevice;
import com.eindr.account.AccountCommand.RegisterDevice;
import com.eindr.account.AccountCommand.RemoveDevice;
import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.DeviceRegistered;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.AccountEvent.DeviceSeen;
import com.eindr.account.AccountRefusal;
import com.eindr.account.DeviceId;
import com.eindr.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where one person's pushes go. Decides in events, and learns from them. */
final class Devices {
    /** Nobody carries more; without an end, a client in a loop would make every push cost more. */
    static final int MOST = 20;

    /** An app registers its device whenever it starts; that it did is worth an event once a day. */
    static final Duration SIGHTS_APART = Duration.ofDays(1);

    private final Map<DeviceId, DeviceRegistered> registered = new HashMap<>();
    private final Map<DeviceId, Instant> seen = new HashMap<>();

    List<AccountEvent> register(RegisterDevice command, Instant now) {
        DeviceId device = command.deviceId();
        if (!registered.containsKey(device) && registered.size() >= MOST) {
            throw Refusal.of(AccountRefusal.TOO_MANY_DEVICES, "Remove a device first: there are already " + MOST);
        }
        DeviceRegistered wanted =
                new DeviceRegistered(command.userId(), device, command.fcmToken(), command.platform());
        boolean known = wanted.equals(registered.get(device));
        List<AccountEvent> events = new ArrayList<>();
        if (!known) {
            events.add(wanted);
        }
        if (!known || !now.isBefore(lastSeen(device).plus(SIGHTS_APART))) {
            events.add(new DeviceSeen(command.userId(), device, now));
        }
        return events;
    }

    Optional<DeviceRemoved> drop(DropDevice command) {
        boolean seenSince = lastSeen(command.deviceId()).isAfter(command.unseenSince());
        return registered.containsKey(command.deviceId()) && !seenSince
                ? Optional.of(new DeviceRemoved(command.userId(), command.deviceId(), command.cause()))
                : Optional.empty();
    }

    Optional<DeviceRemoved> remove(RemoveDevice command) {
        if (registered.containsKey(command.deviceId())) {
            return Optional.of(new DeviceRemoved(command.userId(), command.deviceId(), command.cause()));
        }
        if (command.cause() == DeviceRemoved.Cause.ASKED) {
            throw Refusal.of(AccountRefusal.DEVICE_NOT_FOUND, "No device has the id " + command.deviceId());
        }
        return Optional.empty();
    }

    void take(AccountEvent event) {
        if (event instanceof DeviceRegistered device) {
            registered.put(device.deviceId(), device);
        } else if (event instanceof DeviceSeen sight) {
            seen.put(sight.deviceId(), sight.seenAt());
        } else if (event instanceof DeviceRemoved removed) {
            registered.remove(removed.deviceId());
            seen.remove(removed.deviceId());
        }
    }

    private Instant lastSeen(DeviceId device) {
        return seen.getOrDefault(device, Instant.EPOCH);
    }
}
