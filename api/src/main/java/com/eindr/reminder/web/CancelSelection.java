package com.eindr.reminder.web;

import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderQuery.RemindersOf;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.KeptSelections;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the reminders that a person wants called off by their time or title. */
@Component
class CancelSelection {
    private static final int PAGE = 100;
    private static final int MOST = 1_000;

    private final Queries queries;
    private final KeptSelections kept;

    CancelSelection(Queries queries, KeptSelections kept) {
        this.queries = queries;
        this.kept = kept;
    }

    /** A window of time or a part of the title. */
    record Wanted(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String titleContains) {}

    /** With a key, a repeated request finds what the first one found, though it is called off by now. */
    List<ReminderId> of(UserId user, Wanted wanted, @Nullable IdempotencyKey key) {
        List<String> ids = key == null ? find(user, wanted) : kept.once(user, key, () -> find(user, wanted));
        return ids.stream().map(ReminderId::of).toList();
    }

    private List<String> find(UserId user, Wanted wanted) {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Slice<ReminderView> page = queries.slice(
                    new RemindersOf(
                            user,
                            ReminderStatus.ACTIVE,
                            wanted.from(),
                            wanted.to(),
                            wanted.titleContains(),
                            new SliceRequest(PAGE, cursor)),
                    ReminderView.class);
            page.items().forEach(view -> found.add(view.id().toString()));
            cursor = page.nextCursor();
        } while (cursor != null && found.size() < MOST);
        return List.copyOf(found);
    }
}
