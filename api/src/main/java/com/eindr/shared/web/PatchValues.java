package com.eindr.shared.web;

import com.eindr.shared.Patch;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Applies the constraints of a patched field to its new value, and not at all where the field is not mentioned. So
 * {@code @NotNull Patch<String>} is a field that need not be mentioned but cannot be cleared.
 */
@UnwrapByDefault
public final class PatchValues implements ValueExtractor<Patch<@ExtractedValue ?>> {

    @Override
    public void extractValues(Patch<?> patch, ValueReceiver receiver) {
        if (patch.present()) {
            receiver.value(null, patch.value());
        }
    }
}
