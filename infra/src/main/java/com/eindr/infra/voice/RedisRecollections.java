package com.eindr.infra.voice;

import com.eindr.shared.UserId;
import com.eindr.voice.web.deed.Recollections;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Conversations in Redis, where every node finds them and where they end by themselves. */
@Component
final class RedisRecollections implements Recollections {
    private static final Logger LOG = LoggerFactory.getLogger(RedisRecollections.class);

    private final StringRedisTemplate redis;

    RedisRecollections(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Optional<String> recall(UserId user, String name) {
        try {
            return Optional.ofNullable(redis.opsForValue().get(key(user, name)));
        } catch (DataAccessException e) {
            LOG.warn("What was spoken of is not known, since Redis does not answer: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void keep(UserId user, String name, String value) {
        try {
            redis.opsForValue().set(key(user, name), value, LASTS);
        } catch (DataAccessException e) {
            LOG.warn("What was spoken of is forgotten, since Redis does not answer: {}", e.toString());
        }
    }

    private static String key(UserId user, String name) {
        return "talk:{" + user.value() + "}:" + name;
    }
}
