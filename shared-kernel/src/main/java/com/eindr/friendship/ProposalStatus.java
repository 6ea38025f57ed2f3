package com.eindr.friendship;

/** What has become of a proposal, as both of its people see it. */
public enum ProposalStatus {
    /** Nobody has answered. */
    PROPOSED,
    /** The recipient has it. */
    ACTIVE,
    DECLINED,
    EXPIRED,
    /** The two are friends no longer. */
    WITHDRAWN
}
