package com.eindr.ledger;

import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;

/** Every way in which the ledger says no. */
public enum LedgerRefusal implements RefusalReason {
    INVALID_AMOUNT(Kind.INVALID, "That is no amount"),
    INVALID_DATE(Kind.INVALID, "A debt does not come about in the future"),
    INVALID_NOTE(Kind.INVALID, "That is no text"),
    NOT_ONESELF(Kind.INVALID, "Nobody owes themselves"),
    DEBT_NOT_FOUND(Kind.NOT_FOUND, "There is no such debt"),
    DEBT_EXISTS(Kind.CONFLICT, "A debt with this id exists already"),
    DEBT_SETTLED(Kind.CONFLICT, "The debt has been answered, or undone"),
    SETTLEMENT_NOT_FOUND(Kind.NOT_FOUND, "There is no such settlement"),
    SETTLEMENT_EXISTS(Kind.CONFLICT, "A settlement with this id exists already"),
    SETTLEMENT_CLOSED(Kind.CONFLICT, "The settlement has been answered, or has ended"),
    SETTLEMENT_NOT_CONFIRMED(Kind.CONFLICT, "There is a receipt once the settlement is confirmed"),
    SETTLEMENT_OF_TWO(Kind.CONFLICT, "What two settle between them is not undone by one of them"),
    SETTLEMENT_AWAITS_YOU(Kind.CONFLICT, "The other has proposed a settlement, which is to be answered first"),
    MORE_THAN_IS_OWED(Kind.CONFLICT, "Nobody repays more than is owed"),
    INVALID_CIRCLE(Kind.INVALID, "That is no circle"),
    NETTING_NOT_FOUND(Kind.NOT_FOUND, "There is no such netting proposal"),
    NETTING_EXISTS(Kind.CONFLICT, "A netting proposal with this id exists already"),
    NETTING_CLOSED(Kind.CONFLICT, "The netting proposal has been answered by all, or has ended"),
    MOVE_NOT_FOUND(Kind.NOT_FOUND, "There is no such moving of debts"),
    MOVE_EXISTS(Kind.CONFLICT, "A moving of debts with this id exists already"),
    MOVE_CLOSED(Kind.CONFLICT, "The moving of the debts has been answered, or has ended"),
    NOTHING_TO_MOVE(Kind.CONFLICT, "Nothing is owed between you and this contact"),
    BALANCE_CHANGED(Kind.CONFLICT, "What is to be moved is not what is owed any more"),
    DEBT_MOVED(Kind.CONFLICT, "The debt was moved to a friend with all that was owed"),
    BALANCE_TOO_LARGE(Kind.CONFLICT, "More is owed between the two than can be kept");

    private final Kind kind;
    private final String title;

    LedgerRefusal(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** The refusal in the same words wherever it comes from, so that the words never tell strangers anything. */
    public Refusal refusal() {
        return Refusal.of(this, title + ".");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
