package com.eindr.ledger.web;

import com.eindr.ledger.DebtMoveView;
import com.eindr.ledger.DebtView;
import com.eindr.ledger.EntryView;
import com.eindr.ledger.NettingView;
import com.eindr.ledger.SettlementView;
import com.eindr.shared.web.WebView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares how the views of the ledger look in JSON. */
@Configuration(proxyBeanMethods = false)
class LedgerViews {

    @Bean
    WebView<DebtView, LedgerBodies.Debt> debtBody() {
        return new WebView<>(DebtView.class, LedgerBodies.Debt.class, LedgerBodies.Debt::of);
    }

    @Bean
    WebView<EntryView, LedgerBodies.Entry> entryBody() {
        return new WebView<>(EntryView.class, LedgerBodies.Entry.class, LedgerBodies.Entry::of);
    }

    @Bean
    WebView<DebtMoveView, DebtMoveBody> debtMoveBody() {
        return new WebView<>(DebtMoveView.class, DebtMoveBody.class, DebtMoveBody::of);
    }

    @Bean
    WebView<NettingView, NettingBody> nettingBody() {
        return new WebView<>(NettingView.class, NettingBody.class, NettingBody::of);
    }

    @Bean
    WebView<SettlementView, SettlementBody> settlementBody() {
        return new WebView<>(SettlementView.class, SettlementBody.class, SettlementBody::of);
    }
}
