package com.eindr.voice.command;

import java.util.HashMap;
import java.util.Map;

/**
 * How a name sounds, whatever script it is written in: its consonants in groups that are mistaken for each other, without
 * the vowels between them. Saad, سعد and साद have one key.
 */
final class SoundKey {
    private static final Map<Character, Character> GROUPS = new HashMap<>();

    static {
        group('A', "aeiouاآءعअआइईउऊएऐओऔ");
        group('B', "bpبپबभपफ");
        group('F', "fvwفوवф");
        group('D', "dtدتطڈٹضدदधडढतथटठ");
        group('J', "jgجگغچjजझगघचछ");
        group('K', "kcqxكقخकखक");
        group('L', "lلलळ");
        group('M', "mnمنمनणञमङ");
        group('R', "rرڑरऋ");
        group('S', "szسصزثذشظژसशषज़");
        group('H', "hهحह");
        group('Y', "yيयी");
    }

    private SoundKey() {}

    private static void group(char key, String letters) {
        letters.chars().forEach(letter -> GROUPS.putIfAbsent((char) letter, key));
    }

    /** The key of a folded word; empty where nothing in it sounds. */
    static String of(String word) {
        String plain =
                word.replace("ph", "f").replace("ck", "k").replace("sch", "s").replace("sh", "s");
        StringBuilder key = new StringBuilder();
        char last = 0;
        for (int i = 0; i < plain.length(); i++) {
            char group = GROUPS.getOrDefault(plain.charAt(i), '-');
            boolean weak = group == 'A' || group == 'H' || group == 'Y' || group == '-';
            boolean glide = group == 'F' && (plain.charAt(i) == 'و' || plain.charAt(i) == 'w') && i > 0;
            if (group == '-') {
                continue;
            }
            if (key.isEmpty() ? true : !weak && !glide && group != last) {
                key.append(group);
            }
            last = weak || glide ? 0 : group;
        }
        return key.toString();
    }
}
