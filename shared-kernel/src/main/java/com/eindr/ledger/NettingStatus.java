package com.eindr.ledger;

/** What has become of a proposal to net. Only a netted one has changed what is owed. */
public enum NettingStatus {
    /** Somebody has not answered yet. */
    PROPOSED,
    /** All have approved, and every line of the circle is smaller by the amount. */
    NETTED,
    /** One of them does not want to. */
    REJECTED,
    /** Taken back by the one who proposed it. */
    WITHDRAWN,
    /** Somebody did not answer in time. Silence never approves. */
    EXPIRED,
    /** All had approved, but somewhere less was owed by then, or two were friends no more. */
    LAPSED
}
