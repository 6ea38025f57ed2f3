package com.eindr.infra.account;

import com.eindr.account.Entitlements;
import com.eindr.account.command.PlannedEntitlements;
import com.eindr.account.command.Plans;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets command handlers ask what a plan includes. */
@Configuration(proxyBeanMethods = false)
class EntitlementConfiguration {

    /** @param axon asked at the first count: handlers are set up while Axon's configuration is being made */
    @Bean
    Entitlements entitlements(Plans plans, ObjectProvider<org.axonframework.config.Configuration> axon) {
        return PlannedEntitlements.of(plans, new PlannedEntitlements.Repositories() {
            @Override
            public <T> Repository<T> of(Class<T> aggregate) {
                return axon.getObject().repository(aggregate);
            }
        });
    }
}
