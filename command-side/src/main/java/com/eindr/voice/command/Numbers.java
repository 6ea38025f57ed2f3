package com.eindr.voice.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbers in digits and in words; values are in hundredths, since people say one and a half. */
final class Numbers {
    static final long ONE = 100;

    /** Far more than any amount; larger ones are not read, and sums below cannot overflow. */
    private static final long MOST = 1_000_000_000_000_000L * ONE;

    private final Lexicon lexicon;
    private final List<Token> tokens;

    Numbers(Lexicon lexicon, List<Token> tokens) {
        this.lexicon = lexicon;
        this.tokens = tokens;
    }

    /** A number and where it ends, or null. */
    Matching.@Nullable Read at(int from) {
        Token token = tokens.get(from);
        if (token.isNumber()) {
            Long value = digits(token.word());
            return value == null ? null : scaled(value, from + 1);
        }
        return words(from);
    }

    /** Digits, then a scale: {@code 2.5k}, {@code 5 lakh}. */
    private Matching.Read scaled(long value, int at) {
        if (at < tokens.size() && !tokens.get(at).apart()) {
            String scale = lexicon.section("scale").get(tokens.get(at).word());
            if (scale != null && fits(value, Long.parseLong(scale))) {
                return new Matching.Read(value * Long.parseLong(scale), at + 1);
            }
        }
        return new Matching.Read(value, at);
    }

    /** Digits with separators, whichever of point and comma parts the decimals; null where they are no number. */
    @Nullable
    Long digits(String word) {
        if (word.length() > 20 || word.chars().anyMatch(c -> c == ':' || c == '/' || c == '-')) {
            return null;
        }
        int last = Math.max(word.lastIndexOf('.'), word.lastIndexOf(','));
        boolean decimals = last >= 0 && isDecimal(word, last);
        String whole = (decimals ? word.substring(0, last) : word).replaceAll("\\D", "");
        String part = decimals ? word.substring(last + 1) : "";
        if (whole.isEmpty() || whole.length() > 15 || !(whole + part).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Long.parseLong(whole) * ONE + (part.isEmpty() ? 0 : Long.parseLong((part + "0").substring(0, 2)));
    }

    /** One separator before exactly three digits parts thousands; before others, or after another kind, decimals. */
    private static boolean isDecimal(String word, int last) {
        int after = word.length() - last - 1;
        long kinds = word.chars().filter(c -> c == '.' || c == ',').distinct().count();
        long many = word.chars().filter(c -> c == '.' || c == ',').count();
        return after <= 2 && (kinds == 2 || many == 1);
    }

    private Matching.@Nullable Read words(int from) {
        long total = 0;
        long current = 0;
        boolean any = false;
        boolean joined = false;
        int at = from;
        int end = from;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (any && (token.apart() || token.isNumber())) {
                break;
            }
            int half = any && !joined ? halfMore(at) : at;
            if (half > at) {
                current += ONE / 2;
                at = half;
                continue;
            }
            if (any && !joined && lexicon.has("and", token.word())) {
                joined = true;
                at++;
                continue;
            }
            String scale = scale(at);
            if (scale != null && (any || token.word().length() > 1) && !joined) {
                long factor = Long.parseLong(scale);
                long times = any ? (current == 0 ? ONE : current) : ONE;
                if (!fits(times, factor) || total > MOST - times * factor) {
                    break;
                }
                if (factor >= 1000) {
                    total += times * factor;
                    current = 0;
                } else {
                    current = times * factor;
                }
                at++;
            } else {
                Part part = part(at);
                if (part == null || (any && !mayFollow(total, current, part.value(), joined, at))) {
                    break;
                }
                current += part.value();
                at = part.end();
            }
            any = true;
            joined = false;
            end = at;
        }
        return any ? new Matching.Read(total + current, end) : null;
    }

    /** Where two and a half goes on, before a scale: two and a half lakh. */
    private int halfMore(int at) {
        Matching.Read read = lexicon.entry("halfmore", tokens, at);
        boolean scaled = read != null && read.end() < tokens.size() && scale(read.end()) != null;
        return scaled && read != null ? read.end() : at;
    }

    private @Nullable String scale(int at) {
        String word = tokens.get(at).word();
        Matching.Read read = word.length() == 1 ? null : lexicon.entry("scale", tokens, at);
        return read == null || read.end() > at + 1 ? lexicon.section("scale").get(word) : (String) read.value();
    }

    private record Part(long value, int end) {}

    private @Nullable Part part(int at) {
        Matching.Read read = lexicon.entry("number", tokens, at);
        if (read != null) {
            return new Part(hundredths(read.value()), read.end());
        }
        Matching.Read offset = lexicon.entry("fraction", tokens, at);
        if (offset != null && offset.end() < tokens.size()) {
            Matching.Read whole = lexicon.entry("number", tokens, offset.end());
            if (whole != null) {
                return new Part(hundredths(whole.value()) + hundredths(offset.value()), whole.end());
            }
        }
        Long compound = lexicon.section("compound").isEmpty()
                ? null
                : compound(tokens.get(at).word());
        return compound == null ? null : new Part(compound, at + 1);
    }

    /** Whether a part may follow in the same number: after a hundred, after tens, or tens after a joined unit. */
    private boolean mayFollow(long total, long current, long value, boolean joined, int at) {
        if (current == 0) {
            return total > 0;
        }
        long below = current % (100 * ONE);
        if (below == 0) {
            return value < 100 * ONE;
        }
        if (value < 10 * ONE) {
            return below % (10 * ONE) == 0 && below >= 20 * ONE;
        }
        if (value < 20 * ONE) {
            return lexicon.language().equals("fr") && (below == 60 * ONE || below == 80 * ONE);
        }
        boolean glued = tokens.get(at).word().startsWith("\u0648");
        return (joined || glued) && below < 10 * ONE && value % (10 * ONE) == 0 && value < 100 * ONE;
    }

    /** A number that is written as one word, as German does: hundertzwanzig, fünfunddreißig. */
    private @Nullable Long compound(String word) {
        List<String> parts = new ArrayList<>();
        if (word.length() > 60 || !split(word, 0, parts) || parts.size() < 2) {
            return null;
        }
        long total = 0;
        long current = 0;
        for (String part : parts) {
            String scale = lexicon.section("scale").get(part);
            if (scale != null) {
                long times = Math.max(current, ONE) * Long.parseLong(scale);
                if (times > MOST) {
                    return null;
                }
                total += Long.parseLong(scale) >= 1000 ? times : 0;
                current = Long.parseLong(scale) >= 1000 ? 0 : times;
            } else if (lexicon.has("number", part)) {
                current += hundredths(lexicon.section("number").getOrDefault(part, "0"));
            }
        }
        return total + current;
    }

    private boolean split(String word, int at, List<String> parts) {
        if (at == word.length()) {
            return true;
        }
        for (int end = Math.min(word.length(), at + 9); end > at; end--) {
            String part = word.substring(at, end);
            if (lexicon.has("number", part) || lexicon.has("scale", part) || lexicon.has("compound", part)) {
                parts.add(part);
                if (split(word, end, parts)) {
                    return true;
                }
                parts.removeLast();
            }
        }
        return false;
    }

    /** The value that a lexicon gives a word: a whole number, or one with two decimals. */
    private static long hundredths(Object text) {
        return new BigDecimal((String) text).movePointRight(2).longValueExact();
    }

    private static boolean fits(long value, long factor) {
        return value <= MOST / factor;
    }
}
