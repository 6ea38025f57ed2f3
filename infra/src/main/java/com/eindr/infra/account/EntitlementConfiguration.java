package com.eindr.infra.account;

import com.eindr.account.Entitlements;
import com.eindr.account.command.PlannedEntitlements;
import com.eindr.account.command.Plans;
import com.eindr.shared.command.Repositories;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets command handlers ask what a plan includes. */
@Configuration(proxyBeanMethods = false)
class EntitlementConfiguration {

    @Bean
    Entitlements entitlements(Plans plans, Repositories repositories) {
        return PlannedEntitlements.of(plans, repositories);
    }
}
