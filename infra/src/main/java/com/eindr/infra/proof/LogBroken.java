package com.eindr.infra.proof;

/** The log is not what it was when it was signed. */
final class LogBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param finding in a sentence for the operator, which position if possible */
    LogBroken(String finding) {
        super(finding);
    }

    String finding() {
        return String.valueOf(getMessage());
    }
}
