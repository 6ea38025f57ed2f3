package com.eindr.account;

import com.eindr.shared.RefusalReason;

/** Every way in which accounts say no. */
public enum AccountRefusal implements RefusalReason {
    USER_NOT_FOUND(Kind.NOT_FOUND, "There is no such user"),
    ACCOUNT_ERASED(Kind.FORBIDDEN, "This account was erased"),
    NOT_LEAVING(Kind.CONFLICT, "Nobody has asked to erase the account"),
    PLAN_LOCKED(Kind.FORBIDDEN, "The plan does not include this"),
    TOO_MANY_FLAGS(Kind.CONFLICT, "The account has as many flags of its own as it may have"),
    DEVICE_NOT_FOUND(Kind.NOT_FOUND, "There is no such device"),
    TOO_MANY_DEVICES(Kind.CONFLICT, "The account has as many devices as it may have");

    private final Kind kind;
    private final String title;

    AccountRefusal(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
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
