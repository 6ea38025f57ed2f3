package com.eindr.infra.embedded;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts the embedded servers before Spring makes its first bean, unless this is production or the application is
 * pointed at other servers ({@code spring.datasource.url}, {@code spring.data.redis.url} or {@code .host}).
 */
public final class EmbeddedServersInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The folder's lock lets one node at a time use its database: one that was killed is always the one that comes back. */
    private static final MapPropertySource ONLY_NODE =
            new MapPropertySource("embedded", Map.of("eindr.processors.node-id", "embedded"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        boolean ownPostgres = !environment.containsProperty("spring.datasource.url");
        boolean ownRedis = !environment.containsProperty("spring.data.redis.url")
                && !environment.containsProperty("spring.data.redis.host");
        if (environment.acceptsProfiles(Profiles.of("production")) || !(ownPostgres || ownRedis)) {
            return;
        }
        EmbeddedHome home = EmbeddedHome.take(folder(environment));
        EmbeddedServers servers = EmbeddedServers.start(home, programs(environment, home), ownPostgres, ownRedis);
        // Runs after the context has closed, also when the start has failed half-way.
        SpringApplication.getShutdownHandlers().add(servers::close);
        if (ownPostgres) {
            context.getEnvironment().getPropertySources().addLast(ONLY_NODE);
            context.getBeanFactory().registerSingleton("embeddedPostgres", new PostgresDetails(servers));
        }
        if (ownRedis) {
            context.getBeanFactory().registerSingleton("embeddedRedis", new RedisDetails(servers));
        }
    }

    /** Where the embedded mode keeps everything: {@code eindr.home}, else {@code .eindr} in the working directory. */
    public static Path folder(Environment environment) {
        return Path.of(environment.getProperty("eindr.home", ".eindr"));
    }

    private static Path programs(Environment environment, EmbeddedHome home) {
        String shared = environment.getProperty("eindr.embedded.programs");
        return shared == null
                ? home.folder().resolve("programs")
                : Path.of(shared).toAbsolutePath();
    }

    private record PostgresDetails(EmbeddedServers servers) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return PostgresServer.USER;
        }

        @Override
        public String getPassword() {
            return servers.postgres().password();
        }

        @Override
        public String getJdbcUrl() {
            return servers.postgres().url(EmbeddedServers.DATABASE);
        }

        @Override
        public String getDriverClassName() {
            return "org.postgresql.Driver";
        }
    }

    private record RedisDetails(EmbeddedServers servers) implements DataRedisConnectionDetails {
        @Override
        public String getPassword() {
            return servers.redis().password();
        }

        @Override
        public Standalone getStandalone() {
            return Standalone.of("127.0.0.1", servers.redis().port());
        }
    }
}
