package com.eindr.infra.testing;

import com.eindr.infra.embedded.RedisServer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;

/** An empty logical database on the Redis of this test run. */
public record TestRedis(RedisServer server, int database) implements DataRedisConnectionDetails {

    /** For processes of their own. */
    public String url() {
        return "redis://:" + server.password() + "@127.0.0.1:" + server.port() + "/" + database;
    }

    @Override
    public String getPassword() {
        return server.password();
    }

    @Override
    public Standalone getStandalone() {
        return Standalone.of("127.0.0.1", server.port(), database);
    }
}
