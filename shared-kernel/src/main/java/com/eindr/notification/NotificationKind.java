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
    PROPOSAL_EXPIRED
}
