package com.eindr.infra.erasure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Wraps the keys of people under the newest master key, where an older one wraps them. Each is one statement, so it may be
 * interrupted at any moment and gone on with; what is encrypted under the keys stays as it is.
 */
@Component
final class Rewrapping {
    private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);
    private static final int AT_ONCE = 500;

    private final PersonKeyTable table;
    private final MasterKeys masters;

    Rewrapping(PersonKeyTable table, MasterKeys masters) {
        this.table = table;
        this.masters = masters;
    }

    /** Goes on until none is left under an older master key. */
    void all() {
        long wrapped = 0;
        for (int some = some(AT_ONCE); some > 0; some = some(AT_ONCE)) {
            wrapped += some;
            LOG.info("{} keys of people are wrapped under master key {} now.", wrapped, masters.newest());
        }
    }

    /**
     * Wraps some.
     *
     * @return how many were left to wrap, at most {@code most}
     */
    int some(int most) {
        int newest = masters.newest();
        List<PersonKeyTable.Row> rows = table.notUnder(newest, most);
        for (PersonKeyTable.Row row : rows) {
            byte[] key = masters.unwrap(row.master(), row.person(), Objects.requireNonNull(row.wrapped()));
            table.rewrap(row, new PersonKeyTable.Row(row.person(), newest, masters.wrap(newest, row.person(), key)));
        }
        return rows.size();
    }

    /** How many keys are wrapped under older master keys. */
    long remaining() {
        return table.counts().entrySet().stream()
                .filter(counted -> counted.getKey() != masters.newest())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
