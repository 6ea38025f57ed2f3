package com.eindr.infra.proof;

import com.eindr.infra.CannotStart;
import com.eindr.infra.embedded.EmbeddedServersInitializer;
import com.eindr.infra.embedded.Private;
import com.eindr.infra.eventlog.LogPosition;
import com.eindr.infra.eventlog.StoredEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tree over the log and what keeps it. The embedded mode makes a key in its folder; production brings its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofProperties.class)
public class ProofConfiguration {
    /** Of the secret key; {@code EINDR_PROOF_KEY} in the environment. */
    public static final String KEY = "eindr.proof.key";

    private static final int KEY_BYTES = 32;

    @Bean
    ProofKeys proofKeys(ProofProperties properties, Environment environment) throws IOException {
        try {
            return new ProofKeys(properties.origin(), key(properties, environment), properties.formerKeys());
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "The keys of the log's checkpoints cannot be used: " + e.getMessage() + ".",
                    "EINDR_PROOF_KEY is 32 random bytes in base 64, for example from: openssl rand -base64 32");
        }
    }

    private static String key(ProofProperties properties, Environment environment) throws IOException {
        if (!properties.key().isBlank()) {
            return properties.key();
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new CannotStart("There is no key to sign the log with.", "Set EINDR_PROOF_KEY.");
        }
        Path folder = EmbeddedServersInitializer.folder(environment).toAbsolutePath();
        Private.makeFolder(folder);
        byte[] seed = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return Private.readOrWrite(
                folder.resolve("proof-key"), Base64.getEncoder().encodeToString(seed));
    }

    @Bean
    LogTree logTree(StoredEvents log, JdbcClient database, PlatformTransactionManager transactions, ProofKeys keys) {
        return new LogTree(log, database, new TransactionTemplate(transactions), keys);
    }

    @Bean
    TreeKeeper treeKeeper(LogTree tree, StoredEvents log, LogPosition head, ProofProperties properties) {
        return new TreeKeeper(tree, new LogWatch(log, tree), head, properties);
    }

    @Bean
    ProofHealth proofHealthIndicator(TreeKeeper keeper) {
        return new ProofHealth(keeper);
    }
}
