package com.eindr.infra.proof;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is proven; {@code eindr.proof} in the configuration.
 *
 * @param origin names the log in its checkpoints, and the key that signs them; never to be changed
 * @param key what signs: 32 random bytes in base 64. The embedded mode makes one in its folder
 * @param formerKeys verifier keys, as {@code GET /audit/keys} shows them, of keys that have signed before
 * @param every how often what is new is added to the tree and signed
 * @param watchEvery how often stored events are held against the tree
 * @param watched how many of them each time, besides the newest
 */
@ConfigurationProperties("eindr.proof")
record ProofProperties(
        @DefaultValue("eindr.app/log") String origin,
        @DefaultValue("") String key,
        @DefaultValue List<String> formerKeys,
        @DefaultValue("5s") Duration every,
        @DefaultValue("60s") Duration watchEvery,
        @DefaultValue("5000") int watched) {}
