package com.eindr.shared.query;

import com.eindr.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What {@link HotViews} keeps in Redis, and what it does with it, each in one atomic step.
 *
 * <p>Per projection one string, the <em>generation</em>; per projection and person one hash of
 * <ul>
 *   <li>{@code epoch}: a nonce, born with the hash; another epoch means that the hash was lost in between;
 *   <li>{@code settled}: present once somebody has waited for the transactions that were under way at its birth;
 *   <li>{@code dirty}: the position of the last change to what the person sees;
 *   <li>one field per view: generation, position at which it was computed, stamp, and body, a line each.
 * </ul>
 * The braces in the keys keep them in one slot of a Redis cluster.
 */
final class HotViewStore {
    private static final RedisScript<List<String>> LOOK = script("""
        local generation = redis.call('GET', KEYS[1])
        if not generation then
          generation = ARGV[1]
          redis.call('SET', KEYS[1], generation)
        end
        local view = redis.call('HMGET', KEYS[2], 'epoch', 'settled', 'dirty', ARGV[2])
        if not view[1] then
          view[1] = ARGV[1]
          redis.call('HSET', KEYS[2], 'epoch', ARGV[1])
          redis.call('PEXPIRE', KEYS[2], ARGV[3])
        end
        return {generation, view[1], view[2] or '', view[3] or '', view[4] or ''}
        """);

    private static final RedisScript<Long> FILL = RedisScript.of("""
        if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then
          return 0
        end
        redis.call('HSET', KEYS[1], 'settled', '1', ARGV[2], ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return 1
        """, Long.class);

    /** A person without a hash has nothing that could be out of date; see {@link HotViews} for why that is enough. */
    private static final RedisScript<Long> MARK = RedisScript.of("""
        local marked = 0
        for _, key in ipairs(KEYS) do
          if redis.call('EXISTS', key) == 1 then
            local dirty = redis.call('HGET', key, 'dirty')
            if not dirty or tonumber(dirty) < tonumber(ARGV[1]) then
              redis.call('HSET', key, 'dirty', ARGV[1])
              marked = marked + 1
            end
          end
        end
        return marked
        """, Long.class);

    private final StringRedisTemplate redis;
    private final JdbcOperations jdbc;
    private final String lifetimeMillis;
    private volatile String space = "";

    HotViewStore(StringRedisTemplate redis, JdbcOperations jdbc, Duration lifetime) {
        this.redis = redis;
        this.jdbc = jdbc;
        this.lifetimeMillis = Long.toString(lifetime.toMillis());
    }

    @SuppressWarnings("unchecked") // A script's result type is a class, and no class says "list of strings".
    private static RedisScript<List<String>> script(String text) {
        return (RedisScript<List<String>>) (RedisScript<?>) RedisScript.of(text, List.class);
    }

    /** What Redis has for this person; makes an empty hash where it has nothing, so that a loss can be noticed. */
    Look look(String projection, UserId user, String view) {
        List<String> found = redis.execute(
                LOOK,
                List.of(generationKey(projection), key(projection, user)),
                UUID.randomUUID().toString(),
                view,
                lifetimeMillis);
        String body = found.get(4);
        long dirty = found.get(3).isEmpty() ? Long.MIN_VALUE : Long.parseLong(found.get(3));
        return new Look(found.get(0), found.get(1), !found.get(2).isEmpty(), dirty, body);
    }

    /** Keeps a view unless the hash was lost since the look. */
    boolean fill(String projection, UserId user, String view, Look look, long computedAt, String stamp, String body) {
        String value = look.generation() + '\n' + computedAt + '\n' + stamp + '\n' + body;
        Long kept = redis.execute(FILL, List.of(key(projection, user)), look.epoch(), view, value, lifetimeMillis);
        return kept != null && kept == 1;
    }

    void mark(String projection, Collection<UserId> users, long position) {
        List<String> keys = new ArrayList<>(users.size());
        users.forEach(user -> keys.add(key(projection, user)));
        redis.execute(MARK, keys, Long.toString(position));
    }

    /** From now on no view that was computed before counts. */
    void forget(String projection) {
        redis.opsForValue().set(generationKey(projection), UUID.randomUUID().toString());
    }

    void remove(Collection<String> projections, UserId user) {
        redis.delete(
                projections.stream().map(projection -> key(projection, user)).toList());
    }

    String generationKey(String projection) {
        return "eindr:{" + space() + "}:views:" + projection;
    }

    String key(String projection, UserId user) {
        return generationKey(projection) + ':' + user;
    }

    private String space() {
        if (space.isEmpty()) {
            space = String.valueOf(jdbc.queryForObject("SELECT id FROM hot_view_space", UUID.class));
        }
        return space;
    }

    /**
     * @param settled whether somebody has waited for the transactions that were under way at the birth of the hash
     * @param dirty the position of the last change; the least long where there was none
     * @param value the view with its heading; empty for none
     */
    record Look(String generation, String epoch, boolean settled, long dirty, String value) {

        /** The body, if it may be shown: of this generation, computed no earlier than the last change, for this stamp. */
        @Nullable
        String body(String stamp) {
            int first = value.indexOf('\n');
            int second = value.indexOf('\n', first + 1);
            int third = value.indexOf('\n', second + 1);
            boolean shows = third > 0
                    && value.substring(0, first).equals(generation)
                    && Long.parseLong(value.substring(first + 1, second)) >= dirty
                    && value.substring(second + 1, third).equals(stamp);
            return shows ? value.substring(third + 1) : null;
        }
    }
}
