package com.eindr.infra.ledger;

import com.eindr.account.Entitlements;
import com.eindr.friendship.FriendConsent;
import com.eindr.ledger.command.Circles;
import com.eindr.ledger.command.Counterparties;
import com.eindr.ledger.command.LedgerPolicy;
import com.eindr.ledger.command.MovePolicy;
import com.eindr.ledger.command.NettingPolicy;
import com.eindr.ledger.command.PairAccounts;
import com.eindr.shared.command.Repositories;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the command handlers of the ledger are given. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    LedgerPolicy ledgerPolicy(
            @Value("${eindr.ledger.settlements-expire-after:P7D}") Duration settlementsExpireAfter,
            @Value("${eindr.ledger.nudges-after:P3D,P6D}") List<Duration> nudgesAfter) {
        return new LedgerPolicy(settlementsExpireAfter, nudgesAfter);
    }

    /** @param nudgesAfter the same as for settlements */
    @Bean
    NettingPolicy nettingPolicy(
            @Value("${eindr.ledger.nettings-expire-after:P7D}") Duration expireAfter,
            @Value("${eindr.ledger.nudges-after:P3D,P6D}") List<Duration> nudgesAfter) {
        return new NettingPolicy(expireAfter, nudgesAfter);
    }

    @Bean
    MovePolicy movePolicy(@Value("${eindr.ledger.moves-expire-after:P7D}") Duration expireAfter) {
        return new MovePolicy(expireAfter);
    }

    @Bean
    Circles circles(FriendConsent friends) {
        return new Circles(friends);
    }

    @Bean
    PairAccounts pairAccounts(Repositories repositories) {
        return new PairAccounts(repositories);
    }

    @Bean
    Counterparties counterparties(FriendConsent friends, Entitlements entitlements) {
        return new Counterparties(friends, entitlements);
    }
}
