package com.eindr.notification;

/** What a notification is about. */
public enum NotificationKind {
    REMINDER_DUE,
    TRIAL_ENDING,
    /** Somebody asks to be friends; the subject is the request. */
    FRIEND_REQUESTED,
    /** Somebody who was asked agreed; the subject is the request. */
    FRIEND_ACCEPTED,
    /** A friend proposes something; here and below, the subject is the proposal. */
    PROPOSAL_RECEIVED,
    /** A friend did something that they may do unasked. */
    GIVEN_BY_FRIEND,
    PROPOSAL_ACCEPTED,
    PROPOSAL_DECLINED,
    PROPOSAL_EXPIRED,
    /** A friend says that something is owed; here and in the next three, the subject is the debt. */
    DEBT_RECORDED,
    DEBT_ACCEPTED,
    DEBT_DISPUTED,
    DEBT_REVERSED,
    /** A friend says that a payment was made; here and in the next five, the subject is the settlement. */
    SETTLEMENT_PROPOSED,
    /** It still waits for an answer. */
    SETTLEMENT_NUDGED,
    SETTLEMENT_CONFIRMED,
    SETTLEMENT_REJECTED,
    SETTLEMENT_WITHDRAWN,
    SETTLEMENT_EXPIRED,
    /** A friend proposes to net in a circle; here and in the next six, the subject is the netting. */
    NETTING_PROPOSED,
    /** It still waits for an answer. */
    NETTING_NUDGED,
    CIRCLE_NETTED,
    NETTING_REJECTED,
    NETTING_WITHDRAWN,
    NETTING_EXPIRED,
    /** All had approved, but the circle was none any more. */
    NETTING_LAPSED,
    /** A friend says that a contact of theirs was the person; here and below, the subject is the move. */
    DEBT_MOVE_PROPOSED,
    DEBT_MOVE_ACCEPTED,
    DEBT_MOVE_DISPUTED,
    DEBT_MOVE_WITHDRAWN,
    DEBT_MOVE_EXPIRED,
    /** The person seems to do something again and again; the subject is the suggestion. */
    HABIT_SUGGESTED
}
