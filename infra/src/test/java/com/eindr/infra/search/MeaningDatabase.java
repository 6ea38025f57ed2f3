package com.eindr.infra.search;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database, and both ways to look for what is near in it. */
record MeaningDatabase(JdbcTemplate jdbc, TransactionTemplate transactions) {
    static MeaningDatabase of(DataSource dataSource) {
        return new MeaningDatabase(
                new JdbcTemplate(dataSource), new TransactionTemplate(new DataSourceTransactionManager(dataSource)));
    }

    NearestByArrays arrays() {
        return new NearestByArrays(jdbc, transactions);
    }

    NearestByPgvector pgvector(int exactUpTo) {
        return new NearestByPgvector(jdbc, transactions, exactUpTo);
    }

    VectorExtension extension() {
        return new VectorExtension(jdbc, transactions);
    }
}
