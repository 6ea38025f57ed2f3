package com.eindr.voice.command;

import com.eindr.voice.Intent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to a language, read from its file: words with their values, and phrases with what they mean.
 *
 * <p>A file has sections. A line of words gives a value after {@code =}; of phrases, after {@code =>} what they mean, or
 * before a colon whose command they are. Phrases call sections of words by their names, in braces, whichever comes first
 * in the file.
 */
final class Lexicon {
    /** ISO 639 codes, in the order in which a tie between them is broken. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "tr", "ar", "ur", "hi");

    /** A phrase about time, and what it means: an action and its arguments. */
    record TimeRule(Phrase phrase, List<String> action) {}

    /**
     * A phrase that is a command.
     *
     * @param marks what else it says, such as the direction of a debt
     * @param pieces of a phrase that may stand in any order; else the one that it is
     */
    record CommandRule(Intent intent, Set<String> marks, List<Phrase> pieces) {
        Phrase phrase() {
            return pieces.getFirst();
        }

        /** Whether its words are all among these: a quick no for most phrases. */
        boolean mayLie(Collection<String> words) {
            return pieces.stream().allMatch(piece -> piece.mayLie(words));
        }
    }

    private final Map<String, Map<String, String>> words = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();
    private final List<TimeRule> times = new ArrayList<>();
    private final List<CommandRule> commands = new ArrayList<>();
    private final String language;

    private Lexicon(String language) {
        this.language = language;
    }

    static Map<String, Lexicon> all() {
        Map<String, Lexicon> all = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> all.put(language, read(language)));
        return Map.copyOf(all);
    }

    static Lexicon read(String language) {
        Lexicon lexicon = new Lexicon(language);
        List<String> phrases = new ArrayList<>();
        String section = "";
        for (String line : lines(language + ".lexicon")) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else if (section.equals("time") || section.equals("command")) {
                phrases.add(line);
            } else {
                lexicon.words(section, line);
            }
        }
        phrases.forEach(lexicon::phrase);
        return lexicon;
    }

    /** The lines of a resource that say something. */
    static List<String> lines(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void words(String section, String line) {
        String[] sides = line.split("=", 2);
        Map<String, String> entries = words.computeIfAbsent(section, unseen -> new HashMap<>());
        for (String entry : sides[0].split(",", -1)) {
            String key = key(entry);
            entries.put(key, sides.length > 1 ? sides[1].strip() : "");
            longest.merge(section, key.split(" ", -1).length, Math::max);
        }
    }

    private void phrase(String line) {
        String[] time = line.split("=>", 2);
        if (time.length > 1) {
            List<String> action = List.of(time[1].strip().split("\\s+"));
            Variants.of(time[0]).forEach(phrase -> times.add(new TimeRule(Phrase.of(phrase, this::named), action)));
            return;
        }
        String[] sides = line.split(":", 2);
        List<String> head = List.of(sides[0].strip().split("\\s+"));
        Intent intent = Intent.of(head.getFirst());
        Set<String> marks = head.stream().skip(1).collect(Collectors.toSet());
        Variants.of(sides[1])
                .forEach(phrase -> commands.add(new CommandRule(
                        intent,
                        marks,
                        Arrays.stream(phrase.split(" & ", -1))
                                .map(piece -> Phrase.of(piece, this::named))
                                .toList())));
    }

    private Set<String> named(String section) {
        Set<String> entries = section(section).keySet();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("no section is called " + section);
        }
        return entries;
    }

    private static String key(String entry) {
        if (entry.indexOf('*') >= 0) {
            return entry.strip();
        }
        return Tokens.of(entry.strip(), true).stream().map(Token::word).collect(Collectors.joining(" "));
    }

    String language() {
        return language;
    }

    List<TimeRule> times() {
        return times;
    }

    List<CommandRule> commands() {
        return commands;
    }

    Map<String, String> section(String section) {
        return words.getOrDefault(section, Map.of());
    }

    /** The most words that an entry of a section has. */
    int longest(String section) {
        return longest.getOrDefault(section, 0);
    }

    boolean has(String section, String word) {
        return section(section).containsKey(word);
    }

    /** The longest entry of a section that stands at a place. */
    Matching.@Nullable Read entry(String section, List<Token> tokens, int at) {
        Map<String, String> entries = section(section);
        for (int length = Math.min(longest(section), tokens.size() - at); length > 0; length--) {
            String key =
                    tokens.subList(at, at + length).stream().map(Token::word).collect(Collectors.joining(" "));
            String value = entries.get(key);
            // A word that is a number is no other word with something glued to it: one, in Arabic, looks like "and
            // Sunday", and it, in Turkish, like "ten".
            if (value == null && length == 1 && (section.equals("number") || !has("number", key)) && !has("it", key)) {
                value = inflected(entries, key);
            }
            if (value != null) {
                return new Matching.Read(value, at + length);
            }
        }
        return null;
    }

    /** Languages that glue little words to others have a list of them. */
    private @Nullable String inflected(Map<String, String> entries, String word) {
        for (String prefix : section("prefix").keySet()) {
            String value = word.startsWith(prefix) ? entries.get(word.substring(prefix.length())) : null;
            if (value != null) {
                return value;
            }
        }
        for (String suffix : section("suffix").keySet()) {
            String value =
                    word.endsWith(suffix) ? entries.get(word.substring(0, word.length() - suffix.length())) : null;
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
