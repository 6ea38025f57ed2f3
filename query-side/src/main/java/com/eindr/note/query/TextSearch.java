package com.eindr.note.query;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows by which text search configuration of PostgreSQL 18 the words of a language are found in any form. */
final class TextSearch {
    /** Finds words as they are written; for languages that PostgreSQL does not know. */
    static final String SIMPLE = "simple";

    /**
     * What is a blank to a search. PostgreSQL would take what stands between the first three for markup and pass over it,
     * and in a database of the locale C it takes every other sign here for a letter of the word beside it.
     */
    private static final String BLANKS = "<>&„“”‚‘’«»‹›…–—¿¡،؛؟٪۔।॥、。，！？：；（）「」";

    /** By ISO 639 code, as {@link Locale} writes it. Of Norwegian there are the language and its two written forms. */
    private static final Map<String, String> CONFIGURATIONS = Map.ofEntries(
            entry("ar", "arabic"),
            entry("hy", "armenian"),
            entry("eu", "basque"),
            entry("ca", "catalan"),
            entry("da", "danish"),
            entry("nl", "dutch"),
            entry("en", "english"),
            entry("et", "estonian"),
            entry("fi", "finnish"),
            entry("fr", "french"),
            entry("de", "german"),
            entry("el", "greek"),
            entry("hi", "hindi"),
            entry("hu", "hungarian"),
            entry("id", "indonesian"),
            entry("ga", "irish"),
            entry("it", "italian"),
            entry("lt", "lithuanian"),
            entry("ne", "nepali"),
            entry("no", "norwegian"),
            entry("nb", "norwegian"),
            entry("nn", "norwegian"),
            entry("pt", "portuguese"),
            entry("ro", "romanian"),
            entry("ru", "russian"),
            entry("sr", "serbian"),
            entry("es", "spanish"),
            entry("sv", "swedish"),
            entry("ta", "tamil"),
            entry("tr", "turkish"),
            entry("yi", "yiddish"));

    private TextSearch() {}

    /**
     * The SQL of a text in which only words are left, and signs of ASCII, which PostgreSQL can tell from words.
     *
     * @param text the SQL of the text
     */
    static String plain(String text) {
        return "translate(" + text + ", '" + BLANKS + "', '" + " ".repeat(BLANKS.length()) + "')";
    }

    /** @param language BCP 47 tag, of which region and script do not matter; null where nobody knows */
    static String configurationFor(@Nullable String language) {
        return language == null
                ? SIMPLE
                : CONFIGURATIONS.getOrDefault(Locale.forLanguageTag(language).getLanguage(), SIMPLE);
    }
}
