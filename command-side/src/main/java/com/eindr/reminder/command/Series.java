package com.eindr.reminder.command;

import com.eindr.reminder.Occurrence;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of a rule from somewhere on, each reckoned when it is asked for.
 *
 * @param <T> what the rule steps in: local times or instants
 */
final class Series<T> implements Iterator<Occurrence> {
    private final Supplier<@Nullable T> steps;
    private final Predicate<T> ended;
    private final Function<T, Occurrence> place;
    private long left;
    private @Nullable T upcoming;

    /**
     * @param steps gives one step after the other, and null after the last
     * @param ended whether UNTIL excludes a step and all that follow
     * @param count how many steps there are at most; 0 for no limit
     * @param passed which steps, at the beginning, count but are not wanted
     */
    Series(
            Supplier<@Nullable T> steps,
            Predicate<T> ended,
            int count,
            Predicate<T> passed,
            Function<T, Occurrence> place) {
        this.steps = steps;
        this.ended = ended;
        this.left = count > 0 ? count : Long.MAX_VALUE;
        this.place = place;
        step();
        while (upcoming != null && passed.test(upcoming)) {
            step();
        }
    }

    @Override
    public boolean hasNext() {
        return upcoming != null;
    }

    @Override
    public Occurrence next() {
        T result = upcoming;
        if (result == null) {
            throw new NoSuchElementException("the rule has no further occurrence");
        }
        step();
        return place.apply(result);
    }

    private void step() {
        T step = left > 0 ? steps.get() : null;
        left--;
        upcoming = step == null || ended.test(step) ? null : step;
    }
}
