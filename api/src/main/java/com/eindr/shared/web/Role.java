package com.eindr.shared.web;

/** What a caller may do beyond their own affairs; the custom claim {@code roles} of the token names them in lower case. */
public enum Role {
    /** Reads the event history. */
    AUDITOR,
    /** Reads the event stream without personal data. */
    ANALYST,
    /** Operates the system. */
    ADMIN;

    /** The authority that Spring Security knows this role by. */
    public String authority() {
        return "ROLE_" + name();
    }
}
