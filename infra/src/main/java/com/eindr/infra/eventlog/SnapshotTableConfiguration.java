package com.eindr.infra.eventlog;

import javax.sql.DataSource;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Snapshots are kept in PostgreSQL wherever the log is. */
@Configuration(proxyBeanMethods = false)
class SnapshotTableConfiguration {

    @Bean
    SnapshotTable snapshotTable(
            DataSource dataSource,
            @Qualifier("eventSerializer") Serializer serializer,
            RevisionResolver revisions,
            SnapshotsAtHand atHand) {
        return new SnapshotTable(dataSource, serializer, revisions, atHand);
    }
}
