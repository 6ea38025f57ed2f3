package com.eindr.notification.web;

import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.friendship.BlockView;
import com.eindr.friendship.FriendView;
import com.eindr.friendship.ProposalView;
import com.eindr.friendship.RelationView;
import com.eindr.friendship.RequestView;
import com.eindr.notification.NotificationView;
import com.eindr.notification.SyncView;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a device is to change to hold the same as the server, in JSON. */
@Schema(name = "Delta")
record SyncBody(
        List<ReminderView> reminders,
        List<NotificationView> notifications,
        List<FriendView> friends,
        List<RequestView> friendRequests,
        List<BlockView> blocks,
        List<ProposalView> proposals,
        @Nullable AccountView profile,
        @Nullable Preferences preferences,
        @Schema(description = "What to forget") List<Deleted> deleted,
        @Schema(description = "Ask from here next time") String nextCursor,

        @Schema(description = "Whether there is more to ask for at once")
        boolean more) {

    /** A thing that is no more. */
    @Schema(name = "Deleted")
    record Deleted(@Schema(example = "reminder") String type, String id) {}

    static SyncBody of(SyncView view, String sealedCursor) {
        AccountView account = view.account();
        return new SyncBody(
                view.reminders(),
                view.notifications(),
                present(view, RelationView::friend),
                present(view, RelationView::request),
                present(view, RelationView::block),
                view.proposals(),
                account,
                account == null ? null : account.preferences(),
                Stream.concat(
                                view.deletedReminders().stream()
                                        .map(reminder -> new Deleted("reminder", reminder.toString())),
                                view.deletions()
                                        ? view.relations().stream().flatMap(SyncBody::deleted)
                                        : Stream.empty())
                        .toList(),
                sealedCursor,
                view.more());
    }

    private static <T> List<T> present(SyncView view, Function<RelationView, @Nullable T> part) {
        List<T> parts = new ArrayList<>();
        for (RelationView relation : view.relations()) {
            T value = part.apply(relation);
            if (value != null) {
                parts.add(value);
            }
        }
        return parts;
    }

    /** Whatever there is not between two people any more, the device may have. */
    private static Stream<Deleted> deleted(RelationView relation) {
        List<Deleted> deleted = new ArrayList<>();
        if (relation.request() == null) {
            deleted.add(new Deleted("friend-request", relation.requestId().toString()));
        }
        UserId other = relation.userId();
        if (other != null && relation.friend() == null) {
            deleted.add(new Deleted("friend", other.value()));
        }
        if (other != null && relation.block() == null) {
            deleted.add(new Deleted("block", other.value()));
        }
        return deleted.stream();
    }
}
