package com.eindr.ledger;

import com.eindr.friendship.Permission;
import com.eindr.shared.Money;
import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a debt. Stored for ever. A debt is never changed; it is undone by a new fact. */
public sealed interface DebtEvent {

    DebtId debtId();

    UserId recordedBy();

    Party counterparty();

    /** Whether a person may know of it: the counterparty only of what was put before them. */
    default boolean isSeenBy(UserId user) {
        return user.equals(recordedBy()) || counterparty().isUser(user);
    }

    /**
     * Somebody says that there is a debt between them and the counterparty.
     *
     * @param permission what the counterparty let the recorder do at that moment; null for a mere contact
     * @param occurredOn the day on which it came about, where the recorder was
     * @param occurredAt the moment from which it counts: that day's beginning, or when it was recorded if that was the day
     */
    @Revision("1")
    record DebtRecorded(
            DebtId debtId,
            UserId recordedBy,
            Party counterparty,
            DebtDirection direction,
            Money amount,
            @Personal(of = "recordedBy") @Nullable String note,
            @Nullable Permission permission,
            LocalDate occurredOn,
            Instant occurredAt,
            Instant recordedAt)
            implements DebtEvent {

        /** Whether the counterparty ever sees it. */
        public boolean isDelivered() {
            return permission != Permission.DENY;
        }

        /** Whether nobody is asked: then the acceptance follows in the same commit. */
        public boolean isAcceptedAtOnce() {
            return permission == null || permission == Permission.ALLOW;
        }

        @Override
        public boolean isSeenBy(UserId user) {
            return user.equals(recordedBy) || (isDelivered() && counterparty.isUser(user));
        }

        public Party debtor() {
            return direction == DebtDirection.I_OWE ? Party.user(recordedBy) : counterparty;
        }

        public Party creditor() {
            return direction == DebtDirection.I_OWE ? counterparty : Party.user(recordedBy);
        }
    }

    /**
     * The debt counts from now on; the entry is in the log just before this.
     *
     * @param asked whether the counterparty was; not where they let the recorder do it unasked, nor a mere contact
     */
    @Revision("1")
    record DebtAccepted(DebtId debtId, UserId recordedBy, Party counterparty, boolean asked, Instant at)
            implements DebtEvent {}

    /** The counterparty says that it is not so. If it counted, an entry that undoes it is in the log just before this. */
    @Revision("1")
    record DebtDisputed(
            DebtId debtId,
            UserId recordedBy,
            Party counterparty,
            @Personal(of = "counterparty.userId") @Nullable String reason,
            Instant at)
            implements DebtEvent {}

    /** The recorder has taken it back before it counted, or after it was disputed. */
    @Revision("1")
    record DebtWithdrawn(
            DebtId debtId,
            UserId recordedBy,
            Party counterparty,
            boolean delivered,
            @Personal(of = "recordedBy") @Nullable String reason,
            Instant at)
            implements DebtEvent {
        @Override
        public boolean isSeenBy(UserId user) {
            return user.equals(recordedBy) || (delivered && counterparty.isUser(user));
        }
    }

    /** The recorder has undone it; the entry that does so is in the log just before this. */
    @Revision("1")
    record DebtReversed(
            DebtId debtId,
            UserId recordedBy,
            Party counterparty,
            @Personal(of = "recordedBy") @Nullable String reason,
            Instant at)
            implements DebtEvent {}
}
