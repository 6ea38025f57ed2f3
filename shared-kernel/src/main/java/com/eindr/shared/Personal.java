package com.eindr.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Words that say something about a person: wherever they are stored for long, they are encrypted under that person's key, and
 * once the key is destroyed nobody reads them again.
 *
 * <p>It stands on texts ({@code String} components) of records. Everything that is a text in an event either has it or is
 * listed as saying nothing about anybody, and a test sees to that.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER})
public @interface Personal {

    /**
     * Whose words they are: the component that holds the person's id, of this record or else of one that this is a part of;
     * {@code counterparty.userId} is a component of a component. Where several are named, the first that is not null counts.
     */
    String[] of();

    /** What is read once the key is destroyed; a component that may be null is then null, unless this is given. */
    String erased() default "";

    /**
     * Under which name the words are sealed, as {@code DebtRecorded.note}. For components that are moved or renamed, which go
     * on having the name that they had at first.
     */
    String sealedAs() default "";
}
