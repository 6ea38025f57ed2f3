package com.eindr.infra.live;

import com.eindr.account.AccountEvent;
import com.eindr.friendship.FriendshipEvent;
import com.eindr.friendship.InvitationEvent;
import com.eindr.friendship.ProposalEvent;
import com.eindr.habit.HabitEvent;
import com.eindr.ledger.DebtEvent;
import com.eindr.ledger.DebtMoveEvent;
import com.eindr.ledger.NettingEvent;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementEvent;
import com.eindr.note.NoteEvent;
import com.eindr.notification.Change;
import com.eindr.notification.NotificationEvent;
import com.eindr.reminder.ReminderEvent;
import com.eindr.shared.UserId;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Turns what is in the log into what a device is told. */
final class Changes {
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            return INNER_CAPITAL.matcher(event.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
        }
    };

    private Changes() {}

    /** One for each person who may know of the event; none for an event that is nobody's. */
    static List<Change> of(TrackedEventMessage<?> message) {
        Object event = message.getPayload();
        return viewersOf(event)
                .map(user -> new Change(positionOf(message), user, TYPES.get(event.getClass()), event))
                .toList();
    }

    static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken()
                .position()
                .orElseThrow(() -> new IllegalStateException("every event of the log has a position"));
    }

    private static Stream<UserId> viewersOf(Object event) {
        return switch (event) {
            case ReminderEvent reminder -> Stream.of(reminder.ownerId());
            case NoteEvent note -> Stream.of(note.ownerId());
            case NotificationEvent notification -> Stream.of(notification.recipient());
            case AccountEvent account -> Stream.of(account.userId());
            case FriendshipEvent pair -> Stream.of(pair.by(), pair.other()).filter(pair::isSeenBy);
            case InvitationEvent invitation -> Stream.of(invitation.by());
            case ProposalEvent proposal ->
                Stream.of(proposal.from(), proposal.to()).filter(proposal::isSeenBy);
            case DebtEvent debt -> viewers(debt.recordedBy(), debt.counterparty(), debt::isSeenBy);
            case SettlementEvent settlement ->
                viewers(settlement.proposedBy(), settlement.counterparty(), settlement::isSeenBy);
            case DebtMoveEvent move ->
                Stream.of(move.proposedBy(), move.friend()).filter(move::isSeenBy);
            case NettingEvent netting -> netting.terms().parties().stream().filter(netting::isSeenBy);
            case HabitEvent habit -> Stream.of(habit.ownerId());
            default -> Stream.empty();
        };
    }

    /** A mere contact is nobody who could be told. */
    private static Stream<UserId> viewers(UserId one, Party other, Predicate<UserId> seenBy) {
        return (other.isUser() ? Stream.of(one, other.userId()) : Stream.of(one)).filter(seenBy);
    }
}
