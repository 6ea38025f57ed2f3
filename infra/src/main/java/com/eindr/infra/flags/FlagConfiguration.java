package com.eindr.infra.flags;

import com.eindr.account.FeatureFlags;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.OpenFeatureAPI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Feature flags by OpenFeature. A bean of type {@link FeatureProvider}, such as one of the vendors', takes the place of our
 * own and decides alone; it is told the person's id.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlagProperties.class)
class FlagConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FeatureProvider featureProvider(FlagProperties properties, PersonalFlags personal) {
        return new OwnFlags(properties.byName(), personal);
    }

    /** Of this application alone: the library's own instance is shared by the whole process. */
    @Bean(destroyMethod = "shutdown")
    OpenFeatureAPI openFeature(FeatureProvider provider) {
        OpenFeatureAPI api = OpenFeatureAPI.createIsolated();
        api.setProviderAndWait(provider);
        return api;
    }

    @Bean
    FeatureFlags featureFlags(OpenFeatureAPI api, FlagProperties properties, PersonalFlags personal) {
        return new OpenFeatureFlags(api.getClient("eindr"), properties.byName().keySet(), personal);
    }
}
