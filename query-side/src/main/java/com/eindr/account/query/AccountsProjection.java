package com.eindr.account.query;

import static java.util.stream.Collectors.toSet;

import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.AddressesVerified;
import com.eindr.account.AccountEvent.DeviceRegistered;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.AccountEvent.DeviceSeen;
import com.eindr.account.AccountEvent.ErasureBegun;
import com.eindr.account.AccountEvent.ErasureRequested;
import com.eindr.account.AccountEvent.ErasureWithdrawn;
import com.eindr.account.AccountEvent.FlagCleared;
import com.eindr.account.AccountEvent.FlagSet;
import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.AccountEvent.ProfileChanged;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.AccountEvent.TrialEndAnnounced;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.AccountQuery.AccountChangedSince;
import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountQuery.AccountOfAnother;
import com.eindr.account.AccountQuery.Device;
import com.eindr.account.AccountQuery.DevicesOf;
import com.eindr.account.AccountView;
import com.eindr.account.DeviceId;
import com.eindr.account.Platform;
import com.eindr.account.Subscription;
import com.eindr.shared.Changes;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotView;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Every account as it is now, and the devices that take its pushes. */
@Component
@ProcessingGroup(AccountsProjection.NAME)
final class AccountsProjection implements Projection {
    static final String NAME = "accounts";

    private static final HotView<Kept> ACCOUNT = new HotView<>("account", Kept.class);

    private final JdbcOperations jdbc;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<AccountEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    AccountsProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.hotViews = hotViews;
        this.erasures = new Erasures(
                NAME,
                buffer,
                jdbc,
                hotViews,
                "DELETE FROM account WHERE user_id = :person",
                "DELETE FROM account_device WHERE user_id = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void replaced() {
        hotViews.forget(NAME);
    }

    @Override
    public List<String> tables() {
        return List.of("account", "account_device");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(AccountEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @QueryHandler
    Optional<AccountView> account(AccountOf query) {
        Kept kept = hotViews.show(NAME, query.userId(), ACCOUNT, "", () -> new Kept(read(query.userId())));
        return Optional.ofNullable(kept.account());
    }

    @QueryHandler
    Optional<AccountView> another(AccountOfAnother query) {
        return Optional.ofNullable(read(query.userId()));
    }

    private @Nullable AccountView read(UserId user) {
        return jdbc.query("SELECT * FROM account WHERE user_id = ?", AccountRow::read, user.value()).stream()
                .findFirst()
                .map(AccountRow::view)
                .orElse(null);
    }

    /** @param account null for a person who is not known yet */
    private record Kept(@Nullable AccountView account) {}

    @QueryHandler
    Changes<AccountView> changes(AccountChangedSince query) {
        return ChangeList.read(
                jdbc,
                NAME,
                query.position(),
                1,
                limit -> jdbc.query(
                        "SELECT * FROM account WHERE user_id = ? AND changed_at > ?",
                        (row, index) -> {
                            AccountRow account = AccountRow.read(row, index);
                            return new ChangeList.Change<>(account.view(), account.changedAt());
                        },
                        query.userId().value(),
                        query.position()));
    }

    @QueryHandler
    List<Device> devices(DevicesOf query) {
        return jdbc.query(
                "SELECT * FROM account_device WHERE user_id = ? ORDER BY registered_at DESC",
                DeviceRow::device,
                query.userId().value());
    }

    private void write(List<Recorded<AccountEvent>> batch, boolean rebuilding) {
        Set<UserId> users =
                batch.stream().map(recorded -> recorded.event().userId()).collect(toSet());
        Map<UserId, AccountRow> accounts = new HashMap<>();
        new ArrayQuery(jdbc)
                .query(
                        "SELECT * FROM account WHERE user_id = ANY (?::text[])",
                        AccountRow::read,
                        ArrayQuery.texts(users))
                .forEach(row -> accounts.put(row.userId(), row));
        Map<UserDevice, DeviceRow> registered = new LinkedHashMap<>();
        Map<UserDevice, DeviceRow> removed = new LinkedHashMap<>();
        for (Recorded<AccountEvent> recorded : batch) {
            AccountRow before = accounts.get(recorded.event().userId());
            if (before != null && before.changedAt() >= recorded.position()) {
                continue;
            }
            accounts.put(
                    recorded.event().userId(),
                    after(before, recorded).changed(recorded.version(), recorded.position()));
            switch (recorded.event()) {
                case DeviceRegistered e -> {
                    UserDevice device = new UserDevice(e.userId(), e.deviceId());
                    removed.remove(device);
                    registered.keySet().removeIf(other -> other.device().equals(e.deviceId()));
                    registered.put(
                            device,
                            new DeviceRow(e.userId(), e.deviceId(), e.fcmToken(), e.platform(), recorded.position()));
                }
                case DeviceRemoved e -> {
                    UserDevice device = new UserDevice(e.userId(), e.deviceId());
                    registered.remove(device);
                    removed.put(device, new DeviceRow(e.userId(), e.deviceId(), "", Platform.ANDROID, 0));
                }
                default -> {}
            }
        }
        AccountRow.TABLE.upsert(jdbc, accounts.values());
        DeviceRow.TABLE.delete(jdbc, removed.values());
        takeFromFormerOwners(registered.values());
        DeviceRow.TABLE.upsert(jdbc, registered.values());
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), users);
        }
    }

    /** From this moment on nobody's pushes go to a device that is somebody else's; its removal follows as an event. */
    private void takeFromFormerOwners(Collection<DeviceRow> registered) {
        if (!registered.isEmpty()) {
            new ArrayQuery(jdbc)
                    .update(
                            """
                            DELETE FROM account_device AS former USING unnest(?::uuid[], ?::text[]) AS now (device, owner)
                            WHERE former.device_id = now.device AND former.user_id <> now.owner\
                            """,
                            ArrayQuery.values("uuid", registered, DeviceRow::deviceId),
                            ArrayQuery.values("text", registered, DeviceRow::userId));
        }
    }

    private static AccountRow after(@Nullable AccountRow row, Recorded<AccountEvent> recorded) {
        if (recorded.event() instanceof UserRegistered e) {
            return new AccountRow(
                    e.userId(), e.profile(), e.preferences(), Subscription.INITIAL, recorded.at(), null, 0, 0);
        }
        if (row == null) {
            throw new IllegalStateException(
                    "account " + recorded.event().userId() + " has a later event but was never registered");
        }
        return switch (recorded.event()) {
            case ProfileChanged e -> row.with(e.profile());
            case TimeZoneChanged e -> row.with(e.profile());
            case PreferencesChanged e -> row.with(e.preferences());
            case UserRegistered e -> row;
            case TrialStarted e -> row.with(row.subscription().after(e));
            case PlanChanged e -> row.with(row.subscription().after(e));
            case ErasureRequested e -> row.leaving(e.effectiveAt());
            case ErasureWithdrawn e -> row.leaving(null);
            case ErasureBegun e -> row;
            case PersonErased e -> row;
            case TrialEndAnnounced e -> row;
            case AddressesVerified e -> row;
            case FlagSet e -> row;
            case FlagCleared e -> row;
            case DeviceSeen e -> row;
            case DeviceRegistered e -> row;
            case DeviceRemoved e -> row;
        };
    }

    private record UserDevice(UserId user, DeviceId device) {}
}
