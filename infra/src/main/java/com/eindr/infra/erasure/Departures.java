package com.eindr.infra.erasure;

import com.eindr.account.AccountCommand.RemoveDevice;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.DeviceId;
import com.eindr.account.saga.Departure;
import com.eindr.friendship.FriendshipCommand.DeclineRequest;
import com.eindr.friendship.FriendshipCommand.EndFriendship;
import com.eindr.friendship.FriendshipCommand.WithdrawRequest;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.InvitationCommand.WithdrawInvitation;
import com.eindr.friendship.RequestId;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.NettingCommand.RejectNetting;
import com.eindr.ledger.NettingCommand.WithdrawNetting;
import com.eindr.ledger.NettingId;
import com.eindr.ledger.SettlementCommand.WithdrawSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.saga.Orders;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Ends what is under way by the same orders that the person could have given, so that whatever follows from them follows:
 * deadlines are cancelled, proposals withdrawn, friends told. What is under way the read models say; they may lag, so it is
 * asked twice.
 */
@Component
final class Departures implements Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final String ACTOR = "saga:erasure";

    /** Everything but the log and the read models in which something may stand that a person wrote, or did. */
    private static final List<String> COPIES = List.of(
            "DELETE FROM push_outbox WHERE ? IN (recipient, about)",
            "DELETE FROM idempotency_key WHERE caller = ?",
            "DELETE FROM kept_selection WHERE caller = ?",
            "DELETE FROM append_intention WHERE caller = ?",
            "DELETE FROM contact_asked WHERE user_id = ?",
            "DELETE FROM contact_match WHERE ? IN (user_id, other_id)",
            // Its texts are sealed; what was said of the failure may have quoted one.
            """
            UPDATE dead_letter_entry SET cause_message = NULL, diagnostics = NULL
            WHERE position(convert_to(to_json(?::text)::text, 'UTF8') IN payload) > 0\
            """);

    private final JdbcTemplate jdbc;
    private final Orders orders;
    private final PersonKeys keys;
    private final HotViews hotViews;
    private final SignIns signIns;

    Departures(JdbcTemplate jdbc, Orders orders, PersonKeys keys, HotViews hotViews, SignIns signIns) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.keys = keys;
        this.hotViews = hotViews;
        this.signIns = signIns;
    }

    @Override
    public void destroyKey(UserId person) {
        keys.destroy(person.value());
        LOG.info("The key of {} is destroyed: nobody reads their words again.", person);
    }

    @Override
    public void part(UserId person) {
        order(
                person,
                "SELECT id FROM reminder WHERE owner_id = ? AND status = 'ACTIVE'",
                id -> new CancelReminder(ReminderId.of(id), person));
        partFromFriends(person);
        leaveLedger(person);
        order(
                person,
                "SELECT device_id FROM account_device WHERE user_id = ?",
                id -> new RemoveDevice(person, DeviceId.of(id), DeviceRemoved.Cause.ASKED));
    }

    private void partFromFriends(UserId person) {
        order(
                person,
                "SELECT other_id FROM relation WHERE user_id = ? AND friends_since IS NOT NULL",
                other -> new EndFriendship(pair(person, other), person));
        order(
                person,
                "SELECT other_id FROM relation WHERE user_id = ? AND asked_since IS NOT NULL",
                other -> new WithdrawRequest(pair(person, other), person, null));
        order(
                person,
                "SELECT other_id FROM relation WHERE user_id = ? AND asked_by_other_since IS NOT NULL",
                other -> new DeclineRequest(pair(person, other), person));
        order(
                person,
                "SELECT id FROM invitation WHERE user_id = ? AND is_open",
                id -> new WithdrawInvitation(new RequestId(UUID.fromString(id)), person));
    }

    /** What counts stays as it is. A payment that a friend says there was is not denied: it ends by itself. */
    private void leaveLedger(UserId person) {
        order(person, """
            SELECT id FROM debt
            WHERE recorded_by = ? AND other_contact = '' AND status IN ('UNCONFIRMED', 'DISPUTED')\
            """, id -> new ReverseDebt(DebtId.of(id), person, null));
        order(
                person,
                "SELECT id FROM settlement WHERE proposed_by = ? AND status = 'PROPOSED'",
                id -> new WithdrawSettlement(SettlementId.of(id), person));
        order(
                person,
                "SELECT id FROM netting WHERE proposed_by = ? AND status = 'PROPOSED'",
                id -> new WithdrawNetting(NettingId.of(id), person));
        order(person, """
            SELECT n.id FROM netting n JOIN netting_party p ON p.netting_id = n.id
            WHERE p.user_id = ? AND n.proposed_by <> p.user_id AND n.status = 'PROPOSED'\
            """, id -> new RejectNetting(NettingId.of(id), person));
    }

    private static FriendshipId pair(UserId person, String other) {
        return FriendshipId.of(person, new UserId(other));
    }

    private void order(UserId person, String underWay, Function<String, Object> end) {
        jdbc.query(underWay, (row, index) -> row.getString(1), person.value()).stream()
                .map(end)
                .forEach(order -> orders.give(ACTOR, order));
    }

    @Override
    public void removeCopies(UserId person) {
        COPIES.forEach(statement -> jdbc.update(statement, person.value()));
        hotViews.remove(person);
    }

    @Override
    public void closeSignIn(UserId person) {
        signIns.close(person);
    }
}
