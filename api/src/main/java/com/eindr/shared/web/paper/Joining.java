package com.eindr.shared.web.paper;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Joins the letters of Arabic script: of each letter that form is taken which its neighbours ask for (The Unicode Standard,
 * 9.2). Unicode has a character for every form of the letters of Arabic, Persian and Urdu, and says which letter and which
 * form it is; those characters are looked up here, so that a PDF can draw them one by one.
 */
final class Joining {
    private static final int LAM = 0x644;

    /** Letters and their form, to the character that is drawn. */
    private static final Map<Form, Integer> FORMS = forms();

    private Joining() {}

    private record Form(String letters, int type) {}

    /** @param has whether the typeface has a character; where it lacks a form, the letter is drawn as it stands alone */
    static String of(String text, IntPredicate has) {
        int[] letters = text.codePoints().toArray();
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < letters.length; i++) {
            boolean before = isReached(letters, i);
            int ligature = letters[i] == LAM && i + 1 < letters.length ? withAlef(letters[i + 1], before) : 0;
            if (ligature != 0 && has.test(ligature)) {
                joined.appendCodePoint(ligature);
                i++;
            } else {
                joined.appendCodePoint(form(letters, i, before, has));
            }
        }
        return joined.toString();
    }

    private static int form(int[] letters, int at, boolean before, IntPredicate has) {
        boolean after = joinsAfter(letters, at);
        int type = before
                ? after ? DecompositionType.MEDIAL : DecompositionType.FINAL
                : after ? DecompositionType.INITIAL : DecompositionType.ISOLATED;
        int drawn = FORMS.getOrDefault(new Form(Character.toString(letters[at]), type), letters[at]);
        return has.test(drawn) ? drawn : letters[at];
    }

    /** Lam and an alef after it are one form, in every hand; 0 where the other letter is no alef. */
    private static int withAlef(int alef, boolean before) {
        String letters = Character.toString(LAM) + Character.toString(alef);
        return FORMS.getOrDefault(new Form(letters, before ? DecompositionType.FINAL : DecompositionType.ISOLATED), 0);
    }

    /** Whether the letter before, vowel signs between them aside, reaches out to this one. */
    private static boolean isReached(int[] letters, int at) {
        int before = at - 1;
        while (before >= 0 && joining(letters[before]) == JoiningType.TRANSPARENT) {
            before--;
        }
        return before >= 0
                && joinsBackward(letters[at])
                && switch (joining(letters[before])) {
                    case JoiningType.DUAL_JOINING, JoiningType.LEFT_JOINING, JoiningType.JOIN_CAUSING -> true;
                    default -> false;
                };
    }

    private static boolean joinsAfter(int[] letters, int at) {
        int after = at + 1;
        while (after < letters.length && joining(letters[after]) == JoiningType.TRANSPARENT) {
            after++;
        }
        boolean reaches = joining(letters[at]) == JoiningType.DUAL_JOINING;
        return reaches && after < letters.length && joinsBackward(letters[after]);
    }

    private static boolean joinsBackward(int letter) {
        return switch (joining(letter)) {
            case JoiningType.DUAL_JOINING, JoiningType.RIGHT_JOINING, JoiningType.JOIN_CAUSING -> true;
            default -> false;
        };
    }

    private static int joining(int letter) {
        return UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
    }

    private static Map<Form, Integer> forms() {
        Map<Form, Integer> forms = new HashMap<>();
        collect(forms, 0xFB50, 0xFBFF);
        collect(forms, 0xFE80, 0xFEFC);
        return Map.copyOf(forms);
    }

    private static void collect(Map<Form, Integer> forms, int first, int last) {
        for (int character = first; character <= last; character++) {
            String letters = Normalizer2.getNFKDInstance().getRawDecomposition(character);
            if (letters != null) {
                int type = UCharacter.getIntPropertyValue(character, UProperty.DECOMPOSITION_TYPE);
                forms.putIfAbsent(new Form(letters, type), character);
            }
        }
    }
}
