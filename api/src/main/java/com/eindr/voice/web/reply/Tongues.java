package com.eindr.voice.web.reply;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The languages in which people are answered. Whose language is none of them is answered in English. */
final class Tongues {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "tr", "ar", "ur", "hi");

    /** Countries differ in digits and clocks, and anybody may name any. */
    private static final int MOST = 200;

    private final Map<String, Map<String, String>> bundles =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Tongues::bundle));

    private final LoadingCache<ULocale, Tongue> tongues =
            Caffeine.newBuilder().maximumSize(MOST).build(this::tongue);

    /** @param tag BCP 47; of its parts language and country count */
    Tongue of(String tag) {
        ULocale asked = ULocale.forLanguageTag(tag);
        ULocale locale = LANGUAGES.contains(asked.getLanguage())
                ? new ULocale(asked.getLanguage(), asked.getCountry())
                : ULocale.ENGLISH;
        return tongues.get(locale);
    }

    private Tongue tongue(ULocale locale) {
        return new Tongue(bundles.getOrDefault(locale.getLanguage(), Map.of()), locale);
    }

    /** The messages of a language, by key. */
    static Map<String, String> bundle(String language) {
        String name = "replies_" + language + ".properties";
        try (InputStream file = Tongues.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            Properties messages = new Properties();
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return messages.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), messages::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
