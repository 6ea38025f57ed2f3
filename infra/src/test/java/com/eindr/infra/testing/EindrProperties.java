package com.eindr.infra.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.lifecycle.AroundContainerHook;
import net.jqwik.api.lifecycle.ContainerLifecycleContext;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import org.springframework.test.context.TestContextManager;

/**
 * Lets the properties of an {@link EindrTest} run against its application: jqwik knows nothing of Spring, so this starts
 * the application before the first property, gives its beans to the constructor, and stops it after the last.
 */
public final class EindrProperties implements AroundContainerHook, ResolveParameterHook {
    private static final Map<Class<?>, TestContextManager> RUNNING = new ConcurrentHashMap<>();

    @Override
    public void beforeContainer(ContainerLifecycleContext context) {
        Class<?> type = context.optionalContainerClass().orElseThrow();
        TestContextManager manager = new TestContextManager(type);
        RUNNING.put(type, manager);
        told(manager::beforeTestClass);
    }

    @Override
    public void afterContainer(ContainerLifecycleContext context) {
        TestContextManager manager =
                RUNNING.remove(context.optionalContainerClass().orElseThrow());
        if (manager != null) {
            told(manager::afterTestClass);
        }
    }

    private static void told(Told step) {
        try {
            step.run();
        } catch (Exception e) {
            throw new IllegalStateException("the application did not start or stop", e);
        }
    }

    private interface Told {
        void run() throws Exception;
    }

    @Override
    public Optional<ParameterSupplier> resolve(
            ParameterResolutionContext parameter, LifecycleContext lifecycleContext) {
        return lifecycleContext
                .optionalContainerClass()
                .map(RUNNING::get)
                .map(manager -> property -> manager.getTestContext()
                        .getApplicationContext()
                        .getBean(parameter.typeUsage().getRawType()));
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
