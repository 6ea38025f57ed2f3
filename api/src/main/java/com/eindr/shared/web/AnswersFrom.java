package com.eindr.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a controller whose answers come from a read model that other requests with {@code Consistent-With} do not wait for. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersFrom {
    /** The name of its projection. */
    String value();
}
