package com.eindr.account.command;

import com.eindr.account.AccountCommand.ClearFlag;
import com.eindr.account.AccountCommand.SetFlag;
import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.FlagCleared;
import com.eindr.account.AccountEvent.FlagSet;
import com.eindr.account.AccountRefusal;
import com.eindr.account.FlagName;
import com.eindr.shared.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The beta features that an administrator has switched for one person. Decides in events, and learns from them. */
final class Flags {
    static final int MOST = 100;

    private final Map<FlagName, Boolean> switched = new HashMap<>();

    Optional<FlagSet> set(SetFlag command) {
        if (Boolean.valueOf(command.on()).equals(switched.get(command.flag()))) {
            return Optional.empty();
        }
        if (!switched.containsKey(command.flag()) && switched.size() >= MOST) {
            throw Refusal.of(AccountRefusal.TOO_MANY_FLAGS, "There are already " + MOST);
        }
        return Optional.of(new FlagSet(
                command.userId(), command.flag(), command.on(), command.by().value()));
    }

    Optional<FlagCleared> clear(ClearFlag command) {
        return switched.containsKey(command.flag())
                ? Optional.of(new FlagCleared(
                        command.userId(), command.flag(), command.by().value()))
                : Optional.empty();
    }

    void take(AccountEvent event) {
        if (event instanceof FlagSet set) {
            switched.put(set.flag(), set.on());
        } else if (event instanceof FlagCleared cleared) {
            switched.remove(cleared.flag());
        }
    }
}
