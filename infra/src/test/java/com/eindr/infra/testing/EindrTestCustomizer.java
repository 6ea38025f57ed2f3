package com.eindr.infra.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives the context of an {@link EindrTest} its servers; being equal for one class only, it makes the context that class' own. */
record EindrTestCustomizer(Class<?> testClass) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        TestDatabase database = TestServers.freshDatabase();
        TestRedis redis = TestServers.freshRedis();
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        beans.registerSingleton("testDatabase", database);
        beans.registerSingleton("testRedis", redis);
        beans.registerSingleton("clock", new TestClock());
        beans.registerSingleton(
                "apiClient",
                new ApiClient(() -> context.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));
        TestPropertyValues.of(
                        // A folder of the test run's own; the servers are not started from here.
                        "eindr.home=" + TestServers.home(), "logging.level.root=warn", "logging.level.com.eindr=info")
                .applyTo(context);
    }

    static final class Factory implements ContextCustomizerFactory {
        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            Class<?> outermost = testClass;
            while (outermost.getEnclosingClass() != null) {
                outermost = outermost.getEnclosingClass();
            }
            return AnnotatedElementUtils.hasAnnotation(outermost, EindrTest.class)
                    ? new EindrTestCustomizer(outermost)
                    : null;
        }
    }
}
