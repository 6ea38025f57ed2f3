package com.eindr.infra.erasure;

import com.eindr.account.command.ErasurePolicy;
import com.eindr.account.saga.ErasurePace;
import com.eindr.infra.CannotStart;
import com.eindr.infra.embedded.EmbeddedServersInitializer;
import com.eindr.infra.embedded.Private;
import com.eindr.notification.saga.FormerUsers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The master keys: {@code eindr.master.keys.<number>}. The embedded mode makes the first in its folder. */
@Configuration(proxyBeanMethods = false)
public class ErasureConfiguration {

    /** Whether there is one at least, and none that could be guessed. */
    public static boolean hasMasterKeys(Environment environment) {
        Map<Integer, String> secrets = secrets(environment);
        return !secrets.isEmpty()
                && secrets.values().stream().allMatch(secret -> secret.strip().length() >= MasterKeys.SHORTEST);
    }

    private static Map<Integer, String> secrets(Environment environment) {
        return Binder.get(environment)
                .bind("eindr.master.keys", Bindable.mapOf(Integer.class, String.class))
                .orElse(Map.of());
    }

    @Bean
    MasterKeys masterKeys(Environment environment) throws IOException {
        Map<Integer, String> secrets = new HashMap<>(secrets(environment));
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            if (secrets.isEmpty()) {
                throw new CannotStart("There is no master key for personal data.", "Set EINDR_MASTER_KEYS_1.");
            }
        } else if (!secrets.containsKey(1)) {
            Path folder = EmbeddedServersInitializer.folder(environment).toAbsolutePath();
            Private.makeFolder(folder);
            secrets.put(1, Private.readOrWrite(folder.resolve("master-key"), Private.password()));
        }
        return new MasterKeys(secrets);
    }

    @Bean
    PersonKeyTable personKeyTable(DataSource dataSource) {
        return new PersonKeyTable(dataSource);
    }

    @Bean
    PersonKeys personKeys(
            PersonKeyTable table,
            MasterKeys masters,
            @Value("${eindr.erasure.keys-remembered-for:PT10M}") Duration rememberedFor) {
        return new PersonKeys(table, masters, rememberedFor);
    }

    @Bean
    ErasurePolicy erasurePolicy(@Value("${eindr.erasure.grace:P7D}") Duration grace) {
        return new ErasurePolicy(grace);
    }

    /** A key is remembered for less than is waited for, so that the clocks of two nodes may differ. */
    @Bean
    ErasurePace erasurePace(@Value("${eindr.erasure.keys-remembered-for:PT10M}") Duration rememberedFor) {
        return new ErasurePace(rememberedFor.plus(rememberedFor.dividedBy(2)));
    }

    @Bean
    FormerUsers formerUsers(PersonKeys keys) {
        return user -> keys.isErased(user.value());
    }

    @Bean
    PersonalTexts personalTexts(PersonKeys keys) {
        return new SealedTexts(keys);
    }

    @Bean
    PersonalJson personalJson(PersonalTexts texts) {
        return new PersonalJson(texts);
    }
}
