package com.eindr.friendship;

import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;

/** Every way in which friendships and proposals say no. */
public enum FriendshipRefusal implements RefusalReason {
    NOT_ONESELF(Kind.INVALID, "Nobody is their own friend"),
    FRIEND_NOT_FOUND(Kind.NOT_FOUND, "There is no such friend"),
    REQUEST_NOT_FOUND(Kind.NOT_FOUND, "There is no such request"),
    BLOCK_NOT_FOUND(Kind.NOT_FOUND, "Nobody of that id is blocked"),
    PROPOSAL_NOT_FOUND(Kind.NOT_FOUND, "There is no such proposal"),
    PROPOSAL_EXISTS(Kind.CONFLICT, "A proposal with this id exists already"),
    FRIENDS_ALREADY(Kind.CONFLICT, "The two are friends already"),
    BLOCKED_BY_YOU(Kind.CONFLICT, "Whom one blocks one cannot ask"),
    TOO_MANY_OPEN_REQUESTS(Kind.CONFLICT, "As many requests are open as may be"),
    TOO_MANY_REQUESTS_TODAY(Kind.EXHAUSTED, "As many requests were made today as may be"),
    TOO_MANY_PROPOSALS_TODAY(Kind.EXHAUSTED, "As much was proposed to this friend today as may be"),
    PROPOSAL_SETTLED(Kind.CONFLICT, "The proposal has been answered, or has ended");

    private final Kind kind;
    private final String title;

    FriendshipRefusal(Kind kind, String title) {
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
