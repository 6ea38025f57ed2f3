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
 * <p>A node that has remembered a key may use it for as long as that while after another node has destroyed it. So whoever
 * erases a person waits for longer between destroying the key and removing the last copies.
 */
public final class PersonKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PersonKeys.class);
    private static final int REMEMBERED = 200_000;

    private final PersonKeyTable table;
    private final MasterKeys masters;
    private final Cache<String, Known> known;

    PersonKeys(PersonKeyTable table, MasterKeys masters, Duration rememberedFor) {
        this.table = table;
        this.masters = masters;
        this.known = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(rememberedFor)
                .build();
    }

    /** @param key null for one that was destroyed, or never made */
    private record Known(@Nullable SecretKey key, boolean made) {
        private static final Known MISSING = new Known(null, false);
    }

    /**
     * The key for new words of a person.
     *
     * @throws Refusal if the person was erased
     */
    SecretKey forSealing(String person) {
        Known found = known.get(person, this::readOrMake);
        if (!found.made()) {
            known.asMap().remove(person, found);
            found = known.get(person, this::readOrMake);
        }
        SecretKey key = found.key();
        if (key == null) {
            throw Refusal.of(AccountRefusal.ACCOUNT_ERASED, "This person was erased; nothing about them is recorded");
        }
        return key;
    }

    /** The key for what was sealed; null where the person was erased. */
    @Nullable
    SecretKey forOpening(String person) {
        Known found = known.get(person, this::read);
        if (!found.made()) {
            LOG.warn("There is no key for words that were sealed for {}; they are taken for erased.", person);
        }
        return found.key();
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
    }

    /** Remembers the latest keys at once, for somebody who is about to read what many people wrote. */
    public void readAhead() {
        table.latest(REMEMBERED).forEach(row -> known.put(row.person(), unwrapped(row)));
    }

    private Known read(String person) {
        return orAway(() -> table.find(person)).map(this::unwrapped).orElse(Known.MISSING);
    }

    private Known readOrMake(String person) {
        Known found = read(person);
        return found.made() ? found : make(person);
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
        return new Known(
                wrapped == null ? null : AesGcm.key(masters.unwrap(row.master(), row.person(), wrapped)), true);
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
