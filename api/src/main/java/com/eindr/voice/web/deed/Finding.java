package com.eindr.voice.web.deed;

import com.eindr.reminder.AgendaEntry;
import com.eindr.reminder.OccurrenceView;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderQuery.AgendaOf;
import com.eindr.reminder.ReminderQuery.ReminderOf;
import com.eindr.reminder.ReminderQuery.RemindersOf;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.KeptSelections;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.ReadPositions;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import com.eindr.voice.Selection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the reminders that somebody speaks of, among their own. */
@Component
class Finding {
    /** How things are called in the memory. */
    static final String REMINDER = "r:";

    private static final int PAGE = 100;
    private static final int PAGES = 5;
    /** As many as are done at once; whoever has more says it again. */
    private static final int MOST = 100;

    /** Days from today on: two months and a week. */
    private static final int FURTHEST = 70;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Queries queries;
    private final KeptSelections kept;
    private final ReadPositions reads;

    Finding(Queries queries, KeptSelections kept, ReadPositions reads) {
        this.queries = queries;
        this.kept = kept;
        this.reads = reads;
    }

    /**
     * What was found.
     *
     * @param named whether it was named, and is not merely all that there is
     */
    record Found(List<ReminderView> reminders, boolean named) {}

    /**
     * A reminder and one of its times.
     *
     * @param item as it is read out
     */
    record Ringing(ReminderView reminder, Instant at, Result.Item item) {
        private static Ringing of(AgendaEntry entry) {
            OccurrenceView occurrence = entry.occurrence();
            return new Ringing(entry.reminder(), occurrence.dueAt(), Items.of(entry.reminder(), occurrence));
        }

        private static Ringing of(ReminderView view) {
            ReminderView.Next next = view.nextOccurrence();
            return new Ringing(view, next == null ? Instant.MAX : next.dueAt(), Items.of(view));
        }
    }

    /** With a key, a repeated request finds what the first one found, though it is done by now. */
    Found reminders(Act act) {
        see(act);
        if (!act.order().chosen().isEmpty()) {
            return new Found(byIds(act.user(), ids(act.order().chosen())), true);
        }
        IdempotencyKey key = act.write().idempotencyKey();
        if (key == null || act.rehearsed()) {
            return find(act);
        }
        List<String> ids = kept.once(act.user(), key, () -> {
            Found found = find(act);
            List<String> texts = new ArrayList<>(List.of(Boolean.toString(found.named())));
            found.reminders().forEach(view -> texts.add(view.id().toString()));
            return texts;
        });
        return new Found(byIds(act.user(), ids.subList(1, ids.size())), Boolean.parseBoolean(ids.getFirst()));
    }

    /** Waits for what was said before to be seen; what takes longer is not found, and asked about. */
    void see(Act act) {
        if (act.before().position() > 0) {
            reads.awaitPosition(act.before().position(), PATIENCE);
        }
    }

    List<ReminderView> active(Act act, @Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        List<ReminderView> found = new ArrayList<>();
        String cursor = null;
        int page = 0;
        do {
            Slice<ReminderView> slice = queries.slice(
                    new RemindersOf(
                            act.user(),
                            ReminderStatus.ACTIVE,
                            from == null ? null : act.instant(from),
                            to == null ? null : act.instant(to),
                            null,
                            new SliceRequest(PAGE, cursor)),
                    ReminderView.class);
            found.addAll(slice.items());
            cursor = slice.nextCursor();
            page++;
        } while (cursor != null && page < PAGES);
        return found;
    }

    /**
     * What rings in a window, each reminder at its first time there, soonest first; a series too whose next time is before it.
     * What lies further ahead than an agenda goes is found by its next time.
     */
    List<Ringing> ringing(Act act, LocalDateTime from, LocalDateTime to) {
        Map<ReminderId, Ringing> found = new LinkedHashMap<>();
        long days = ChronoUnit.DAYS.between(
                act.person().now().toLocalDate(), to.minusNanos(1).toLocalDate());
        if (days >= 0 && days < FURTHEST) {
            Instant begin = act.instant(from);
            Instant end = act.instant(to);
            AgendaOf agenda = new AgendaOf(act.user(), act.person().zone(), (int) days + 1);
            queries.slice(agenda, AgendaEntry.class).items().stream()
                    .filter(entry -> entry.occurrence().state() == OccurrenceView.State.UPCOMING)
                    .filter(entry -> !entry.occurrence().dueAt().isBefore(begin)
                            && entry.occurrence().dueAt().isBefore(end))
                    .forEach(entry -> found.putIfAbsent(entry.reminder().id(), Ringing.of(entry)));
        }
        // An agenda that is full of what rings every minute leaves out others.
        active(act, from, to).forEach(view -> found.putIfAbsent(view.id(), Ringing.of(view)));
        return found.values().stream().sorted(Comparator.comparing(Ringing::at)).toList();
    }

    private Found find(Act act) {
        Selection filter = act.slots().filter();
        Integer place = filter == null ? Integer.valueOf(Selection.THAT) : filter.ordinal();
        String about = filter == null ? null : filter.about();
        if (place != null && about == null) {
            String thing = place(act.before(), place);
            List<ReminderView> there =
                    thing == null || !thing.startsWith(REMINDER) ? List.of() : byIds(act.user(), ids(List.of(thing)));
            return there.isEmpty() ? new Found(first(active(act, null, null)), false) : new Found(there, true);
        }
        List<ReminderView> all =
                active(act, filter == null ? null : filter.from(), filter == null ? null : filter.to());
        List<ReminderView> fitting = about == null ? all : Words.matching(all, about, ReminderView::title);
        if (place != null && place != Selection.THAT) {
            int index = place == Selection.LAST ? fitting.size() - 1 : place - 1;
            return new Found(index >= 0 && index < fitting.size() ? List.of(fitting.get(index)) : List.of(), true);
        }
        return new Found(first(fitting), true);
    }

    private static @Nullable String place(Remembered before, int place) {
        if (place == Selection.THAT) {
            return before.that();
        }
        List<String> listed = before.listed();
        int index = place == Selection.LAST ? listed.size() - 1 : place - 1;
        return index >= 0 && index < listed.size() ? listed.get(index) : null;
    }

    private static List<ReminderView> first(List<ReminderView> views) {
        return views.size() > MOST ? views.subList(0, MOST) : views;
    }

    private static List<String> ids(List<String> things) {
        return things.stream()
                .filter(thing -> thing.startsWith(REMINDER))
                .map(thing -> thing.substring(REMINDER.length()))
                .toList();
    }

    private List<ReminderView> byIds(UserId user, List<String> ids) {
        return ids.stream()
                .map(id -> new ReminderOf(user, new ReminderId(UUID.fromString(id))))
                .flatMap(question -> queries.optional(question, ReminderView.class).stream())
                .toList();
    }
}
