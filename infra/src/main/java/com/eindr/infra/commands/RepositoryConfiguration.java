package com.eindr.infra.commands;

import com.eindr.shared.command.Repositories;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets command handlers write to another aggregate besides their own. */
@Configuration(proxyBeanMethods = false)
class RepositoryConfiguration {

    /** @param axon asked when a command is handled: handlers are set up while Axon's configuration is being made */
    @Bean
    Repositories repositories(ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new Repositories() {
            @Override
            public <T> Repository<T> of(Class<T> aggregate) {
                return axon.getObject().repository(aggregate);
            }
        };
    }
}
