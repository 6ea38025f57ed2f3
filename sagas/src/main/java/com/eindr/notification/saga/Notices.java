package com.eindr.notification.saga;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.friendship.BlockView;
import com.eindr.friendship.FriendshipQuery.BlockOf;
import com.eindr.notification.NotificationCommand.RaiseNotice;
import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people what others did, each fact once. */
@Component
class Notices {
    private static final String ACTOR = "automation:notices";
    private static final String NAMELESS = "Somebody";
    private static final String FORMER = "A former user";

    private final Orders orders;
    private final Recipients recipients;
    private final QueryGateway queries;
    private final FormerUsers formerUsers;

    Notices(Orders orders, Recipients recipients, QueryGateway queries, FormerUsers formerUsers) {
        this.formerUsers = formerUsers;
        this.orders = orders;
        this.recipients = recipients;
        this.queries = queries;
    }

    /**
     * Tells somebody of a fact, unless they have left.
     *
     * @param subject the id of what it is about
     * @param about who did it; the sentence begins with their name. Null for a sentence that names nobody
     * @param fact by which telling it again is recognised: the same thing may happen again
     * @param words of the sentence, behind the name
     */
    void tell(
            UserId recipient,
            NotificationKind kind,
            Object subject,
            @Nullable UserId about,
            EventMessage<?> fact,
            String words) {
        if (formerUsers.has(recipient)) {
            return;
        }
        orders.giveBeside(ACTOR, () -> {
            boolean hasLeft = about != null && formerUsers.has(about);
            Recipients.Quiet quiet = recipients.quiet(recipient);
            return new RaiseNotice(
                    NotificationId.ofNotice(kind, recipient, fact.getIdentifier()),
                    recipient,
                    kind,
                    subject.toString(),
                    hasLeft ? null : about,
                    about == null ? words : (hasLeft ? FORMER : nameOf(about)) + " " + words,
                    quiet.hours(),
                    quiet.timeZone());
        });
    }

    private String nameOf(UserId user) {
        return queries.query(new AccountOf(user), ResponseTypes.optionalInstanceOf(AccountView.class))
                .join()
                .flatMap(account -> Optional.ofNullable(account.profile().displayName()))
                .orElse(NAMELESS);
    }

    /** Whether somebody wants to hear nothing of another. */
    boolean isDeaf(UserId recipient, UserId other) {
        return queries.query(new BlockOf(recipient, other), ResponseTypes.optionalInstanceOf(BlockView.class))
                .join()
                .isPresent();
    }
}
