package com.eindr.infra.erasure;

import com.eindr.account.AccountRefusal;
import com.eindr.shared.Refusal;
import com.eindr.shared.web.StoreUnavailable;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The key of each person, made when it is first needed and remembered for a while.
 *
 * <p>Every node renounces a key as soon as it sees in the log that an erasure has begun. One that lags behind may use what it
 * remembers for as long as that while after another node has destroyed it. So whoever erases a person waits for longer
 * between destroying the key and removing the last copies.
 */
public final class PersonKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PersonKeys.class);
    private static final int REMEMBERED = 200_000;

    private final PersonKeyTable table;
    private final MasterKeys masters;
    private final Cache<String, Known> known;
    /** People who had none when they were asked for, and so were not erased then. */
    private final Cache<String, Boolean> withoutKey;

    PersonKeys(PersonKeyTable table, MasterKeys masters, Duration rememberedFor) {
        this.table = table;
        this.masters = masters;
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(rememberedFor)
                .build();
        this.withoutKey = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(rememberedFor)
                .build();
    }

    /**
     * That a person has no key is never remembered here: another node may make one at any moment.
     *
     * @param key null for one that was destroyed
     */
    private record Known(@Nullable SecretKey key) {
        private static final Known DESTROYED = new Known(null);
    }

    /**
     * The key for new words of a person.
     *
     * @throws Refusal if the person was erased
     */
    SecretKey forSealing(String person) {
        SecretKey key = known.get(person, this::readOrMake).key();
        if (key == null) {
            throw erased();
        }
        return key;
    }

    /** The key for what was sealed; null where the person was erased. */
    @Nullable
    SecretKey forOpening(String person) {
        Known found = remembered(person);
        if (found == null) {
            LOG.warn("There is no key for words that were sealed for {}; they are taken for erased.", person);
        }
        return found == null ? null : found.key();
    }

    /** @throws Refusal if the person was erased */
    public void requirePresent(String person) {
        if (isErased(person)) {
            throw erased();
        }
    }

    /** Whether the person's key was destroyed. */
    public boolean isErased(String person) {
        if (withoutKey.getIfPresent(person) != null && known.getIfPresent(person) == null) {
            return false;
        }
        Known found = remembered(person);
        if (found == null) {
            withoutKey.put(person, true);
        }
        return found != null && found.key() == null;
    }

    /** Uses the key no more on this node, because it is about to be destroyed on another. */
    void renounce(String person) {
        known.put(person, Known.DESTROYED);
    }

    private static Refusal erased() {
        return Refusal.of(AccountRefusal.ACCOUNT_ERASED, "This person was erased; nothing about them is recorded");
    }

    /** Destroys a person's key for ever, also where none was made yet. */
    public void destroy(String person) {
        try {
            table.destroy(person);
        } catch (SQLException e) {
            throw new StoreUnavailable("no key can be destroyed now", e);
        }
        // Only now: whoever read the key before would remember it again.
        forget(person);
    }

    /** Has the key read again when it is next needed. */
    void forget(String person) {
        known.invalidate(person);
        withoutKey.invalidate(person);
    }

    /** Remembers the latest keys at once, for somebody who is about to read what many people wrote. */
    public void readAhead() {
        table.latest(REMEMBERED).forEach(row -> known.asMap().putIfAbsent(row.person(), unwrapped(row)));
    }

    /** Atomic, so that a key that is read and one that is given up do not pass each other. */
    private @Nullable Known remembered(String person) {
        Known found = known.getIfPresent(person);
        return found == null
                ? known.asMap().compute(person, (who, before) -> before == null ? read(who) : before)
                : found;
    }

    private @Nullable Known read(String person) {
        return orAway(() -> table.find(person)).map(this::unwrapped).orElse(null);
    }

    private Known readOrMake(String person) {
        Known found = read(person);
        return found == null ? make(person) : found;
    }

    private Known make(String person) {
        int master = masters.newest();
        byte[] wrapped = masters.wrap(master, person, AesGcm.newKey());
        return orAway(() -> {
                    add(new PersonKeyTable.Row(person, master, wrapped));
                    // Another thread may have been faster, and then its key is the one that counts.
                    return table.find(person);
                })
                .map(this::unwrapped)
                .orElseThrow(() -> new StoreUnavailable("the key that was just made is not there", null));
    }

    private void add(PersonKeyTable.Row row) {
        try {
            table.add(row);
        } catch (SQLException e) {
            throw new StoreUnavailable("no key can be made now", e);
        }
    }

    private Known unwrapped(PersonKeyTable.Row row) {
        byte[] wrapped = row.wrapped();
        return wrapped == null
                ? Known.DESTROYED
                : new Known(AesGcm.key(masters.unwrap(row.master(), row.person(), wrapped)));
    }

    private static <T> T orAway(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (DataAccessException e) {
            if (PersonKeyTable.isOutage(e)) {
                throw new StoreUnavailable("the keys of people cannot be read now", e);
            }
            throw e;
        }
    }
}
