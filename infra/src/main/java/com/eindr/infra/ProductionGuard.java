package com.eindr.infra;

import com.eindr.friendship.query.Peppers;
import com.eindr.infra.erasure.ErasureConfiguration;
import com.eindr.infra.erasure.MasterKeys;
import com.eindr.infra.friendship.PepperSettings;
import com.eindr.infra.proof.ProofConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;

/** Production does not start with a convenience of the embedded mode switched on, nor without what it needs. */
final class ProductionGuard implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** @throws CannotStart naming everything that is wrong at once */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        Set<String> forbidden = forbidden(environment);
        if (!forbidden.isEmpty()) {
            throw new CannotStart(
                    "These settings are for the embedded mode only, and this is production: "
                            + String.join(", ", forbidden) + ".",
                    "Take them away, or run without SPRING_PROFILES_ACTIVE=production.");
        }
        List<String> missing = missing(environment);
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "Production needs settings that are not there: " + String.join(", ", missing) + ".",
                    "Set them in the environment; --help explains each.");
        }
    }

    private static Set<String> forbidden(ConfigurableEnvironment environment) {
        Set<String> forbidden = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (String name : enumerable.getPropertyNames()) {
                    String value = String.valueOf(environment.getProperty(name));
                    if (isForEmbeddedOnly(name) && !value.isBlank() && !value.equalsIgnoreCase("false")) {
                        forbidden.add(name);
                    }
                }
            }
        }
        return forbidden;
    }

    /** Written as a property or as an environment variable. */
    private static boolean isForEmbeddedOnly(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return plain.startsWith("eindr.embedded.")
                || plain.equals("eindr.seed")
                || plain.startsWith("eindr.seed.")
                || plain.equals("firebase.auth.emulator.host");
    }

    private static List<String> missing(ConfigurableEnvironment environment) {
        List<String> missing = new ArrayList<>();
        if (isBlank(environment, "spring.datasource.url")) {
            missing.add("SPRING_DATASOURCE_URL");
        }
        if (isBlank(environment, "spring.data.redis.url")
                && isBlank(environment, "spring.data.redis.host")
                && isBlank(environment, "spring.data.redis.cluster.nodes")
                && isBlank(environment, "spring.data.redis.sentinel.nodes")) {
            missing.add("SPRING_DATA_REDIS_HOST (or SPRING_DATA_REDIS_URL)");
        }
        if (isBlank(environment, "eindr.firebase.project-id")) {
            missing.add("FIREBASE_PROJECT_ID");
        }
        if (!PepperSettings.areThere(environment)) {
            missing.add("EINDR_CONTACTS_PEPPERS_1 (" + Peppers.SHORTEST + " characters or more)");
        }
        if (!ErasureConfiguration.hasMasterKeys(environment)) {
            missing.add("EINDR_MASTER_KEYS_1 (" + MasterKeys.SHORTEST + " characters or more)");
        }
        if (isBlank(environment, ProofConfiguration.KEY)) {
            missing.add("EINDR_PROOF_KEY (32 random bytes in base 64)");
        }
        return missing;
    }

    private static boolean isBlank(ConfigurableEnvironment environment, String name) {
        return environment.getProperty(name, "").isBlank();
    }
}
