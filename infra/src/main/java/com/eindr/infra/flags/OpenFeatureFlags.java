package com.eindr.infra.flags;

import com.eindr.account.FeatureFlags;
import com.eindr.account.FlagName;
import com.eindr.shared.UserId;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ImmutableContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks OpenFeature, whoever provides the answers. */
final class OpenFeatureFlags implements FeatureFlags {
    private final Client client;
    private final Set<FlagName> known;
    private final PersonalFlags personal;

    /** @param known those that the environment names, which the app is told of besides the person's own */
    OpenFeatureFlags(Client client, Set<FlagName> known, PersonalFlags personal) {
        this.client = client;
        this.known = Set.copyOf(known);
        this.personal = personal;
    }

    @Override
    public boolean isOn(UserId user, FlagName flag) {
        return client.getBooleanValue(flag.value(), false, new ImmutableContext(user.value()));
    }

    @Override
    public Map<FlagName, Boolean> of(UserId user) {
        Set<FlagName> names = new TreeSet<>(known);
        names.addAll(personal.flagsOf(user).keySet());
        Map<FlagName, Boolean> flags = new TreeMap<>();
        names.forEach(name -> flags.put(name, isOn(user, name)));
        return flags;
    }
}
