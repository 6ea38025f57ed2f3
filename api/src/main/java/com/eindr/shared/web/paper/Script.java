package com.eindr.shared.web.paper;

import static java.util.stream.Collectors.joining;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Makes of a text the glyphs that stand for it, from left to right as they are drawn. A PDF places glyphs and knows nothing
 * of scripts: letters have to be joined, and what runs from right to left turned round, before (Unicode Standard Annex 9).
 *
 * <p>What the typeface has no letters for is spelled in Latin ones by its sound, as ICU's rules have it; what has no sound
 * either, such as a pictogram, becomes a box. Nothing becomes nothing.
 */
final class Script {
    /** White vertical rectangle. */
    private static final String BOX = "\u25AF";

    /** Letters of Urdu, and those of Persian and Arabic that are nearest to them. */
    private static final Map<Integer, String> NEAREST = Map.of(
            0x06C1, "\u0647", 0x06C2, "\u06C0", 0x06C3, "\u0629", 0x06D2, "\u06CC", 0x06D3, "\u0626", 0x06BE, "\u0647");

    private Script() {}

    /** Its rules are large, and most names never need them. */
    private static final class Sound {
        static final Transliterator RULES = Transliterator.getInstance("Any-Latin; NFC");
    }

    /**
     * @param drawn from left to right, in characters that the typeface has
     * @param faithful whether these are the characters of the text itself
     */
    record Line(String drawn, boolean faithful) {}

    /** @param has whether the typeface has a character */
    static Line of(String text, IntPredicate has) {
        String whole = Normalizer2.getNFCInstance().normalize(text).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
        String known =
                whole.codePoints().allMatch(character -> isDrawable(character, has)) ? whole : spelled(whole, has);
        String ordered = inOrder(Joining.of(known, has));
        // A bracket that is turned round may be one that the typeface lacks.
        String drawn = boxed(ordered, has);
        boolean invisible = drawn.isBlank() && !text.isBlank();
        return new Line(invisible ? BOX : drawn, !invisible && known.equals(whole) && drawn.equals(ordered));
    }

    private static String boxed(String drawn, IntPredicate has) {
        return drawn.codePoints()
                .mapToObj(character -> has.test(character) ? Character.toString(character) : BOX)
                .collect(joining());
    }

    private static String spelled(String text, IntPredicate has) {
        StringBuilder known = new StringBuilder();
        StringBuilder unknown = new StringBuilder();
        text.codePoints().forEach(character -> {
            String near = near(character, has);
            if (near.isEmpty()) {
                unknown.appendCodePoint(character);
            } else {
                bySound(unknown, known, has);
                known.append(near);
            }
        });
        bySound(unknown, known, has);
        return known.toString();
    }

    /** The character, or one that everybody reads in its place; empty where the typeface has neither. */
    private static String near(int character, IntPredicate has) {
        if (isDrawable(character, has)) {
            return Character.toString(character);
        }
        String nearest = NEAREST.getOrDefault(character, "");
        return nearest.codePoints().allMatch(has) ? nearest : "";
    }

    /** Controls of direction and joining are obeyed and not drawn. */
    private static boolean isDrawable(int character, IntPredicate has) {
        return has.test(character) || Character.getType(character) == Character.FORMAT;
    }

    private static void bySound(StringBuilder unknown, StringBuilder known, IntPredicate has) {
        if (unknown.isEmpty()) {
            return;
        }
        Sound.RULES.transliterate(unknown.toString()).codePoints().forEach(character -> {
            if (isDrawable(character, has)) {
                known.appendCodePoint(character);
            } else if (!known.toString().endsWith(BOX)) {
                known.append(BOX);
            }
        });
        unknown.setLength(0);
    }

    private static String inOrder(String text) {
        Bidi bidi = new Bidi(text, Bidi.LEVEL_DEFAULT_LTR);
        String visual = bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS | Bidi.KEEP_BASE_COMBINING);
        return visual.replaceAll("\\p{Cf}", "");
    }
}
