package com.eindr.shared.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The id that a client chooses for something new. UUIDs of version 8 are those that Eindr derives from names, such as the
 * two people of a friendship: whoever could choose them could ask whether such a thing exists, or take its place. Null is
 * for others to refuse.
 */
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ChosenId.Rule.class)
public @interface ChosenId {
    /** What a caller is told. */
    String message() default "must be a UUID of another version than 8; take a random one";

    /** Demanded of every constraint. */
    Class<?>[] groups() default {};

    /** Demanded of every constraint. */
    Class<? extends Payload>[] payload() default {};

    /** Checks it. */
    final class Rule implements ConstraintValidator<ChosenId, UUID> {
        private static final int DERIVED = 8;

        @Override
        public boolean isValid(@Nullable UUID id, ConstraintValidatorContext context) {
            return id == null || id.version() != DERIVED;
        }
    }
}
