package com.eindr.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answer to this question depends on nothing but the question, the caller's own events and the local date. It is kept
 * in memory until one of these changes. Not for what other people's events have a part in.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeptUntilChange {}
