package com.eindr.infra.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The search by meaning; {@code eindr.search} in the configuration.
 *
 * @param every how often it is looked for texts whose meaning is not known
 * @param batch how many are taken at once, in one transaction
 * @param rest how many times as long as it has worked it rests while there is more to do
 * @param sweepEvery how often meanings are removed whose texts are gone for good
 * @param exactUpTo how many texts of one person pgvector compares one by one; with more it goes by its index
 */
@ConfigurationProperties("eindr.search")
record SearchProperties(
        @DefaultValue("250ms") Duration every,
        @DefaultValue("16") int batch,
        @DefaultValue("9") int rest,
        @DefaultValue("1h") Duration sweepEvery,
        @DefaultValue("20000") int exactUpTo) {}
