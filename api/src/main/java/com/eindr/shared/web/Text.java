package com.eindr.shared.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that a person wrote: not blank, of limited length, and nothing a person cannot write. It is stored as given,
 * white space at its ends included. Null is for others to refuse.
 */
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextRule.class)
public @interface Text {

    /** The longest allowed, in Unicode code points. */
    int max();

    /** Whether it may have several lines; then tabs are allowed too, and it may be blank. */
    boolean lines() default false;

    /** What a caller is told where the rule says nothing more exact. */
    String message() default "is not a valid text";

    /** Demanded of every constraint. */
    Class<?>[] groups() default {};

    /** Demanded of every constraint. */
    Class<? extends Payload>[] payload() default {};
}
