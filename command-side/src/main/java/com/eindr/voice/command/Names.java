package com.eindr.voice.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognises the people whom somebody knows, by spelling and by sound, in any script. */
final class Names {
    /** How well a name fits; below {@link #FITS} it is somebody else's. */
    private static final int FITS = 60;

    private record Known(String name, List<String> words) {}

    private record Scored(String name, int score) {}

    private final List<Known> known;
    private final Lexicon lexicon;
    private final Map<List<String>, List<String>> found = new HashMap<>();

    Names(List<String> people, Lexicon lexicon) {
        this.known = people.stream()
                .map(name -> new Known(name, words(name)))
                .filter(name -> !name.words().isEmpty())
                .toList();
        this.lexicon = lexicon;
    }

    private static List<String> words(String name) {
        return Tokens.of(Folding.visible(name), false).stream().map(Token::word).toList();
    }

    /** Those who fit best, all of them where several fit alike; nobody where nobody fits well. */
    List<String> of(List<String> said) {
        List<String> known = found.get(said);
        if (known == null) {
            known = fitting(said);
            found.put(List.copyOf(said), known);
        }
        return known;
    }

    private List<String> fitting(List<String> said) {
        List<Scored> scored = known.stream()
                .map(name -> new Scored(name.name(), score(name.words(), said)))
                .filter(name -> name.score() >= FITS)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .toList();
        return scored.stream()
                .filter(name -> name.score() >= scored.getFirst().score() - 5)
                .map(Scored::name)
                .distinct()
                .toList();
    }

    /** Whether a word is exactly a word of a name that is known, or such a one's: Priya, Priya's. */
    boolean isPartOfOne(String word) {
        return known.stream()
                .anyMatch(name -> name.words().contains(word) || name.words().contains(own(word)));
    }

    private static String own(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** The worst of the words that were said, each held against the best word of the name. */
    private int score(List<String> name, List<String> said) {
        int worst = 100;
        for (String word : said) {
            int best = 0;
            for (String part : name) {
                for (String form : forms(word)) {
                    best = Math.max(best, alike(part, form) - (form.equals(word) ? 0 : 2));
                }
            }
            worst = Math.min(worst, best);
        }
        boolean first = said.size() == 1 && alike(name.getFirst(), said.getFirst()) < FITS;
        return first ? worst - 3 : worst;
    }

    /** The word, and what is left of it without the little words that its language glues to names. */
    private Set<String> forms(String word) {
        Set<String> forms = new HashSet<>(List.of(word));
        for (String prefix : lexicon.section("prefix").keySet()) {
            if (word.startsWith(prefix) && word.length() > prefix.length() + 1) {
                forms.add(word.substring(prefix.length()));
            }
        }
        List<String> whole = new ArrayList<>(forms);
        for (String suffix : lexicon.section("suffix").keySet()) {
            for (String form : whole) {
                if (form.endsWith(suffix) && form.length() > suffix.length() + 1) {
                    forms.add(form.substring(0, form.length() - suffix.length()));
                }
            }
        }
        return forms;
    }

    private static int alike(String name, String said) {
        if (name.equals(said)) {
            return 100;
        }
        String key = SoundKey.of(name);
        boolean sounds = !key.isEmpty() && key.equals(SoundKey.of(said));
        boolean sameScript = script(name) == script(said);
        if (!sameScript) {
            return sounds && key.length() > 1 ? 85 : 0;
        }
        int longest = Math.max(name.length(), said.length());
        int spelling = 100 - 100 * distance(name, said) / longest;
        if (sounds) {
            return Math.max(spelling, spelling >= 40 ? 70 : 0);
        }
        return longest >= 5 && spelling >= 80 ? spelling - 10 : 0;
    }

    private static Character.UnicodeScript script(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0));
    }

    /** How many letters must be changed, added or left out (Levenshtein, 1965); names longer than 40 letters are cut. */
    static int distance(String one, String other) {
        String a = one.length() > 40 ? one.substring(0, 40) : one;
        String b = other.length() > 40 ? other.substring(0, 40) : other;
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
