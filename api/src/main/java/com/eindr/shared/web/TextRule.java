package com.eindr.shared.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Text}. */
public final class TextRule implements ConstraintValidator<Text, String> {
    private int max;
    private boolean lines;

    @Override
    public void initialize(Text rule) {
        max = rule.max();
        lines = rule.lines();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        String fault = text == null ? null : fault(text);
        if (fault == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
        return false;
    }

    private @Nullable String fault(String text) {
        if (!lines && text.isBlank()) {
            return "must not be blank";
        }
        if (text.codePointCount(0, text.length()) > max) {
            return "must have at most " + max + " characters";
        }
        if (!text.codePoints().allMatch(this::isWritable)) {
            return "must not contain control characters";
        }
        return null;
    }

    /** Halves of surrogate pairs are refused too: no encoding of Unicode can store them. */
    private boolean isWritable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> lines && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> lines;
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
