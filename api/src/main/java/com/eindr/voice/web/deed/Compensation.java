package com.eindr.voice.web.deed;

import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.SettlementCommand.ReverseSettlement;
import com.eindr.ledger.SettlementCommand.WithdrawSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.note.NoteCommand.DeleteNote;
import com.eindr.note.NoteId;
import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderCommand.ReinstateReminder;
import com.eindr.reminder.ReminderCommand.ReopenOccurrence;
import com.eindr.reminder.ReminderCommand.WithdrawPutOff;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * One command that takes back what another has done. Written as {@code what_id_version_value}, of which every character can
 * stand in a URL.
 *
 * @param version of the thing after the deed; another now says that something else has happened to it
 * @param value what it was before; empty where none is needed
 */
public record Compensation(What what, UUID id, long version, String value) {

    /** What takes something back. */
    enum What {
        CANCEL_REMINDER("c"),
        AMEND("a"),
        PUT_BACK("p"),
        REOPEN("o"),
        REINSTATE("r"),
        DELETE_NOTE("n"),
        REVERSE_DEBT("d"),
        WITHDRAW_SETTLEMENT("w"),
        REVERSE_SETTLEMENT("v");

        private final String code;

        What(String code) {
            this.code = code;
        }

        static What of(String code) {
            return Arrays.stream(values())
                    .filter(what -> what.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("nothing is called " + code));
        }
    }

    static Compensation of(What what, Sending.Sent sent, String value) {
        return new Compensation(what, UUID.fromString(sent.id()), sent.version(), value);
    }

    Object command(UserId by) {
        return switch (what) {
            case CANCEL_REMINDER -> new CancelReminder(new ReminderId(id), by);
            case AMEND -> Amendment.read(value).command(new ReminderId(id), by);
            case PUT_BACK -> new WithdrawPutOff(new ReminderId(id), by, null);
            case REOPEN -> new ReopenOccurrence(new ReminderId(id), by, null);
            case REINSTATE -> new ReinstateReminder(new ReminderId(id), by);
            case DELETE_NOTE -> new DeleteNote(new NoteId(id), by);
            case REVERSE_DEBT -> new ReverseDebt(new DebtId(id), by, null);
            case REVERSE_SETTLEMENT -> new ReverseSettlement(new SettlementId(id), by, null);
            case WITHDRAW_SETTLEMENT -> new WithdrawSettlement(new SettlementId(id), by);
        };
    }

    String written() {
        return what.code + "_" + id + "_" + version + "_" + value;
    }

    /** Empty where it is none of ours, such as one of a newer node. */
    static Optional<Compensation> read(String text) {
        String[] parts = text.split("_", 4);
        try {
            return parts.length < 4
                    ? Optional.empty()
                    : Optional.of(new Compensation(
                            What.of(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]), parts[3]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
