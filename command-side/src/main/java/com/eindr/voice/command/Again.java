package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;

/** One thing at several times: "at one and again at eight". */
record Again(Sentence sentence) {

    /** The times of each; all in one where they do not repeat each other. */
    List<List<Found>> of(List<Found> found) {
        List<List<Found>> groups = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (i == 0 || isJoined(found.get(i - 1), found.get(i))) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(found.get(i));
        }
        boolean repeat = groups.size() > 1
                && groups.stream()
                        .skip(1)
                        .allMatch(group -> group.stream().anyMatch(time -> isIn(groups.getFirst(), time)));
        return repeat ? groups.stream().map(group -> whole(group, found)).toList() : List.of(found);
    }

    /** What is said once holds for all. */
    private static List<Found> whole(List<Found> group, List<Found> all) {
        List<Found> whole = new ArrayList<>(group);
        all.stream().filter(time -> !isIn(group, time)).forEach(whole::add);
        return whole;
    }

    private static boolean isIn(List<Found> group, Found time) {
        return group.stream()
                .anyMatch(one -> one.atom().getClass() == time.atom().getClass());
    }

    /** The same times, where one that goes on after an "and" stands from there: what joins them is no word of a title. */
    List<Found> joined(List<Found> found) {
        List<Found> joined = new ArrayList<>();
        for (Found time : found) {
            boolean goesOn = !joined.isEmpty() && isJoined(joined.getLast(), time);
            int from = goesOn ? joined.getLast().span().to() : time.span().from();
            joined.add(new Found(time.atom(), new Span(from, time.span().to())));
        }
        return joined;
    }

    private boolean isJoined(Found before, Found after) {
        List<String> between = before.span().to() < after.span().from()
                ? sentence.words(new Span(before.span().to(), after.span().from()))
                : List.of();
        return between.stream().anyMatch(word -> sentence.lexicon().has("joint", word))
                && between.stream()
                        .allMatch(word -> sentence.lexicon().has("joint", word)
                                || sentence.lexicon().has("lead", word));
    }
}
