package com.eindr.infra.axon;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/**
 * Finds the aggregate that a command is for: the record component with {@link TargetAggregateIdentifier}. Axon's resolver
 * searches all methods and fields for two annotations, anew for every command; this one searches once a class. No command
 * of ours carries a version: {@code If-Match} travels in the metadata.
 */
@Component
public final class RecordTargets implements CommandTargetResolver {
    private static final ClassValue<Method> TARGETS = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> command) {
            return Arrays.stream(command.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(command + " names no target"));
        }
    };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Object payload = command.getPayload();
        try {
            Object target = TARGETS.get(payload.getClass()).invoke(payload);
            return new VersionedAggregateIdentifier(Objects.requireNonNull(target), null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("the target of " + payload.getClass() + " cannot be read", e);
        }
    }
}
