package com.eindr.account.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.account.AccountCommand;
import com.eindr.account.AccountCommand.AnnounceTrialEnd;
import com.eindr.account.AccountCommand.BeginErasure;
import com.eindr.account.AccountCommand.ChangePlan;
import com.eindr.account.AccountCommand.ClearFlag;
import com.eindr.account.AccountCommand.ConfirmErasure;
import com.eindr.account.AccountCommand.DropDevice;
import com.eindr.account.AccountCommand.EditPreferences;
import com.eindr.account.AccountCommand.EditProfile;
import com.eindr.account.AccountCommand.EndTrial;
import com.eindr.account.AccountCommand.RegisterDevice;
import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.account.AccountCommand.RemoveDevice;
import com.eindr.account.AccountCommand.RequestErasure;
import com.eindr.account.AccountCommand.SetFlag;
import com.eindr.account.AccountCommand.SpeakLanguage;
import com.eindr.account.AccountCommand.TellTimeZone;
import com.eindr.account.AccountCommand.WithdrawErasure;
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
import com.eindr.account.AccountRefusal;
import com.eindr.account.Entitlements;
import com.eindr.account.Plan;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.Subscription;
import com.eindr.account.Whereabouts;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.VerifiedAddresses;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One person: who they are, how they want Eindr to behave, and where their pushes go. */
@Aggregate
class Account {
    @AggregateIdentifier
    private @Nullable UserId userId;

    private VerifiedAddresses addresses = VerifiedAddresses.NONE;
    private Profile profile = Profile.INITIAL;
    private @Nullable ZoneId zoneLeft;
    private @Nullable Instant zoneLeftAt;
    private Preferences preferences = Preferences.INITIAL;
    private Subscription subscription = Subscription.INITIAL;
    private @Nullable Instant announced;
    private @Nullable ErasureRequested leaving;
    private boolean erasing;
    private boolean erased;
    private final Flags flags = new Flags();
    private final Devices devices = new Devices();

    /** For the framework, which fills a new instance from the account's events. */
    Account() {}

    /** From the erasure on the account is closed to all but what completes it, and it is never opened again. */
    @CommandHandlerInterceptor
    void requirePresent(AccountCommand command) {
        boolean completes = command instanceof BeginErasure
                || command instanceof ConfirmErasure
                || (command instanceof RemoveDevice && !erased);
        if (erasing && !completes) {
            throw Refusal.of(AccountRefusal.ACCOUNT_ERASED, "This account was erased, at its person's wish");
        }
    }

    @CommandHandler
    long handle(RequestErasure command, ErasurePolicy policy, Clock clock) {
        if (leaving == null) {
            Instant now = now(clock);
            apply(new ErasureRequested(command.userId(), now, now.plus(policy.grace())));
        }
        return version();
    }

    /** Whoever comes before the erasure begins comes in time, whatever the clocks of two nodes say. */
    @CommandHandler
    long handle(WithdrawErasure command) {
        if (leaving == null) {
            throw Refusal.of(AccountRefusal.NOT_LEAVING, "There is nothing to return from");
        }
        apply(new ErasureWithdrawn(command.userId()));
        return version();
    }

    @CommandHandler
    boolean handle(BeginErasure command, Clock clock) {
        if (erasing) {
            return true;
        }
        boolean begins = leaving != null && leaving.effectiveAt().equals(command.effectiveAt());
        if (begins) {
            apply(new ErasureBegun(command.userId(), now(clock)));
        }
        return begins;
    }

    @CommandHandler
    void handle(ConfirmErasure command, Clock clock) {
        if (leaving != null && erasing && !erased) {
            apply(new PersonErased(command.userId(), leaving.requestedAt(), now(clock)));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(RegisterUser command, Clock clock) {
        if (userId == null) {
            apply(new UserRegistered(command.userId(), Profile.INITIAL, Preferences.INITIAL));
        }
        if (subscription.equals(Subscription.INITIAL)) {
            startTrial(command.userId(), clock);
        }
        VerifiedAddresses known = addresses.updatedBy(command.addresses());
        if (!known.equals(addresses)) {
            apply(new AddressesVerified(command.userId(), known));
        }
        return version();
    }

    @CommandHandler
    long handle(ChangePlan command, Clock clock) {
        if (command.plan() != subscription.plan()) {
            apply(new PlanChanged(command.userId(), command.plan(), command.by().value()));
            if (command.plan() == Plan.TRIAL) {
                startTrial(command.userId(), clock);
            }
        }
        return version();
    }

    @CommandHandler
    long handle(SetFlag command) {
        flags.set(command).ifPresent(event -> apply(event));
        return version();
    }

    @CommandHandler
    long handle(ClearFlag command) {
        flags.clear(command).ifPresent(event -> apply(event));
        return version();
    }

    @CommandHandler
    void handle(AnnounceTrialEnd command, Clock clock) {
        boolean over = !clock.instant().isBefore(command.endsAt());
        if (isOnTrialUntil(command.endsAt()) && !over && !command.endsAt().equals(announced)) {
            apply(new TrialEndAnnounced(command.userId(), command.endsAt()));
        }
    }

    @CommandHandler
    void handle(EndTrial command) {
        if (isOnTrialUntil(command.endsAt())) {
            apply(new PlanChanged(command.userId(), Plan.EXPIRED, command.by()));
        }
    }

    private boolean isOnTrialUntil(Instant end) {
        return subscription.equals(new Subscription(Plan.TRIAL, end));
    }

    private static void startTrial(UserId user, Clock clock) {
        apply(new TrialStarted(user, now(clock).plus(Plan.TRIAL_LASTS)));
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @CommandHandler
    long handle(EditProfile command, Entitlements entitlements, Clock clock) {
        Profile edited = new Profile(
                command.displayName().orKeep(profile.displayName()),
                command.language().orKeepRequired(profile.language()),
                command.timeZone().orKeepRequired(profile.timeZone()));
        ChosenLanguages.change(entitlements, command.userId(), profile.language(), edited.language(), clock.instant());
        if (!edited.timeZone().equals(profile.timeZone())) {
            apply(new TimeZoneChanged(command.userId(), edited));
        } else if (!edited.equals(profile)) {
            apply(new ProfileChanged(command.userId(), edited));
        }
        return version();
    }

    @CommandHandler
    long handle(SpeakLanguage command, Entitlements entitlements, Clock clock) {
        ChosenLanguages.change(entitlements, command.userId(), profile.language(), command.language(), clock.instant());
        return version();
    }

    @CommandHandler
    long handle(EditPreferences command, Entitlements entitlements, Clock clock) {
        Preferences edited = new Preferences(
                command.quietHours().orKeep(preferences.quietHours()),
                command.notificationSound().orKeepRequired(preferences.notificationSound()),
                command.ttsLanguage().orKeep(preferences.ttsLanguage()),
                command.chatHistoryEnabled().orKeepRequired(preferences.chatHistoryEnabled()),
                command.habitSuggestionsEnabled().orKeepRequired(preferences.habitSuggestionsEnabled()),
                command.discoverable().orKeepRequired(preferences.discoverable()),
                command.allowFriendRequests().orKeepRequired(preferences.allowFriendRequests()),
                command.pushShowsTitle().orKeepRequired(preferences.pushShowsTitle()));
        ChosenLanguages.change(
                entitlements,
                command.userId(),
                spokenLanguage(),
                command.ttsLanguage().value(),
                clock.instant());
        if (!edited.equals(preferences)) {
            apply(new PreferencesChanged(command.userId(), edited));
        }
        return version();
    }

    private String spokenLanguage() {
        String spoken = preferences.ttsLanguage();
        return spoken == null ? profile.language() : spoken;
    }

    @CommandHandler
    long handle(RegisterDevice command, Clock clock) {
        devices.register(command, now(clock)).forEach(event -> apply(event));
        return version();
    }

    @CommandHandler
    void handle(DropDevice command) {
        devices.drop(command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    long handle(RemoveDevice command) {
        devices.remove(command).ifPresent(event -> apply(event));
        return version();
    }

    @CommandHandler
    Whereabouts handle(TellTimeZone command) {
        return new Whereabouts(profile.timeZone(), zoneLeft, zoneLeftAt);
    }

    @EventSourcingHandler
    void on(AccountEvent event, @Timestamp Instant at) {
        subscription = subscription.after(event);
        flags.take(event);
        devices.take(event);
        switch (event) {
            case UserRegistered registered -> {
                userId = registered.userId();
                profile = registered.profile();
                preferences = registered.preferences();
            }
            case AddressesVerified verified -> addresses = verified.addresses();
            case TrialStarted _, PlanChanged _, FlagSet _, FlagCleared _ -> {}
            case TrialEndAnnounced announcement -> announced = announcement.endsAt();
            case ProfileChanged changed -> profile = changed.profile();
            case TimeZoneChanged changed -> {
                zoneLeft = profile.timeZone();
                zoneLeftAt = at;
                profile = changed.profile();
            }
            case PreferencesChanged changed -> preferences = changed.preferences();
            case ErasureRequested requested -> leaving = requested;
            case ErasureWithdrawn _ -> leaving = null;
            case ErasureBegun _ -> erasing = true;
            case PersonErased _ -> erased = true;
            case DeviceRegistered _, DeviceSeen _, DeviceRemoved _ -> {}
        }
    }

    /** As clients count: the first event makes version 1. */
    private static long version() {
        return AggregateLifecycle.getVersion() + 1;
    }
}
