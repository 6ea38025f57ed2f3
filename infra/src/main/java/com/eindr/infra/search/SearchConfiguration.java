package com.eindr.infra.search;

import com.eindr.voice.SentenceMeaning;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the search by meaning. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchProperties.class)
class SearchConfiguration {

    @Bean
    NearestByWhatThereIs nearestTexts(
            JdbcOperations jdbc, PlatformTransactionManager manager, SearchProperties properties) {
        TransactionTemplate transactions = new TransactionTemplate(manager);
        return new NearestByWhatThereIs(
                new VectorExtension(jdbc, transactions),
                new NearestByPgvector(jdbc, transactions, properties.exactUpTo()),
                new NearestByArrays(jdbc, transactions));
    }

    @Bean
    MeaningKeeper meaningKeeper(
            JdbcOperations jdbc,
            SentenceMeaning meanings,
            NearestByWhatThereIs nearest,
            PlatformTransactionManager manager,
            SearchProperties properties) {
        return new MeaningKeeper(
                new MeaningTable(jdbc), meanings, nearest, new TransactionTemplate(manager), properties);
    }

    @Bean
    MeterBinder waitingTexts(MeaningKeeper keeper) {
        return registry -> Gauge.builder("eindr.search.waiting", keeper, MeaningKeeper::waiting)
                .description("How many texts wait until it is known what they mean")
                .register(registry);
    }
}
