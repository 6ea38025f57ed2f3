package com.eindr.infra.flags;

import com.eindr.account.FlagName;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The switches of the environment.
 *
 * @param flags whether a feature is on for everybody, by name: {@code eindr.flags.new-search=true}, or in the environment
 *     {@code EINDR_FLAGS_NEW_SEARCH=true}. Naming one with {@code false} makes it known to the app
 */
@ConfigurationProperties("eindr")
record FlagProperties(@DefaultValue Map<String, Boolean> flags) {

    /** By name; a name of the environment has its words apart by dots. */
    Map<FlagName, Boolean> byName() {
        Map<FlagName, Boolean> byName = new TreeMap<>();
        flags.forEach((name, on) -> byName.put(
                new FlagName(name.toLowerCase(Locale.ROOT).replace('.', '-').replace('_', '-')), on));
        return byName;
    }
}
