package com.eindr.notification.web;

import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.friendship.BlockView;
import com.eindr.friendship.FriendView;
import com.eindr.friendship.ProposalView;
import com.eindr.friendship.RelationView;
import com.eindr.friendship.RequestView;
import com.eindr.habit.HabitView;
import com.eindr.ledger.DebtMoveView;
import com.eindr.ledger.DebtView;
import com.eindr.ledger.NettingView;
import com.eindr.ledger.SettlementView;
import com.eindr.note.NoteState;
import com.eindr.note.NoteView;
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
        List<NoteView> notes,
        List<DebtView> debts,
        List<SettlementView> settlements,
        List<NettingView> nettings,
        List<DebtMoveView> debtMoves,
        List<HabitView> habits,
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
                present(view.relations(), RelationView::friend),
                present(view.relations(), RelationView::request),
                present(view.relations(), RelationView::block),
                view.proposals(),
                present(view.notes(), NoteState::note),
                view.debts(),
                view.settlements(),
                view.nettings(),
                view.debtMoves(),
                view.habits(),
                account,
                account == null ? null : account.preferences(),
                Stream.of(deletedReminders(view), deletedNotes(view), deletedRelations(view))
                        .flatMap(deleted -> deleted)
                        .toList(),
                sealedCursor,
                view.more());
    }

    private static <W, T> List<T> present(List<W> wholes, Function<W, @Nullable T> part) {
        List<T> parts = new ArrayList<>();
        for (W whole : wholes) {
            T value = part.apply(whole);
            if (value != null) {
                parts.add(value);
            }
        }
        return parts;
    }

    private static Stream<Deleted> deletedReminders(SyncView view) {
        return view.deletedReminders().stream().map(reminder -> new Deleted("reminder", reminder.toString()));
    }

    private static Stream<Deleted> deletedNotes(SyncView view) {
        return view.notes().stream()
                .filter(state -> state.note() == null)
                .map(state -> new Deleted("note", state.id().toString()));
    }

    private static Stream<Deleted> deletedRelations(SyncView view) {
        return view.deletions() ? view.relations().stream().flatMap(SyncBody::deleted) : Stream.empty();
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
