package com.eindr.infra.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Watches that what everybody is owed comes to nothing in every currency, as double entry demands. The sums are kept by the
 * projection, so asking is one pass over the balances and not over all entries.
 */
@Component
class LedgerMeters implements MeterBinder {
    private static final String IMBALANCE = """
        SELECT coalesce(sum(abs(total)), 0) FROM (SELECT sum(net) AS total FROM ledger_balance GROUP BY currency) t\
        """;

    private final JdbcOperations jdbc;

    LedgerMeters(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("eindr.ledger.imbalance", this::imbalance)
                .description(
                        "Minor units by which the entries of the ledger do not come to nothing; 0 unless it is broken")
                .register(registry);
    }

    /** Unknown while PostgreSQL is away. */
    private double imbalance() {
        try {
            Long total = jdbc.queryForObject(IMBALANCE, Long.class);
            return total == null ? Double.NaN : total;
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
