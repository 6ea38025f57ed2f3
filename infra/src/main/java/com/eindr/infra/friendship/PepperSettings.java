package com.eindr.infra.friendship;

import com.eindr.friendship.query.Peppers;
import com.eindr.infra.CannotStart;
import com.eindr.infra.embedded.EmbeddedServersInitializer;
import com.eindr.infra.embedded.Private;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The peppers of contacts: {@code eindr.contacts.peppers.<number>}. The embedded mode makes one in its folder. */
@Configuration(proxyBeanMethods = false)
public class PepperSettings {

    /** Whether there is one at least, and none that could be guessed. */
    public static boolean areThere(Environment environment) {
        Map<Integer, String> secrets = secrets(environment);
        return !secrets.isEmpty()
                && secrets.values().stream().allMatch(secret -> secret.strip().length() >= Peppers.SHORTEST);
    }

    private static Map<Integer, String> secrets(Environment environment) {
        return Binder.get(environment)
                .bind("eindr.contacts.peppers", Bindable.mapOf(Integer.class, String.class))
                .orElse(Map.of());
    }

    @Bean
    Peppers peppers(Environment environment) throws IOException {
        Map<Integer, String> secrets = secrets(environment);
        if (!secrets.isEmpty()) {
            return new Peppers(secrets);
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new CannotStart("There is no pepper for contacts.", "Set EINDR_CONTACTS_PEPPERS_1.");
        }
        Path folder = EmbeddedServersInitializer.folder(environment).toAbsolutePath();
        Private.makeFolder(folder);
        return new Peppers(Map.of(1, Private.readOrWrite(folder.resolve("contacts-pepper"), Private.password())));
    }
}
