package com.eindr.infra.eventlog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What an SQL state says about the statement that failed (PostgreSQL manual, appendix A). */
public enum SqlFailure {
    /** A unique index refused it: somebody else was first. */
    CONFLICT,
    /** The connection is gone; the statement may have been committed. */
    LOST,
    /** Not committed, and worth trying again: a lock, a time limit, a lack of resources, a failover. */
    PASSING,
    /** Not committed, and never will be. */
    FINAL;

    static SqlFailure of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null || state.startsWith("08") || state.startsWith("57P")) {
            return LOST;
        }
        return switch (state) {
            case "23505" -> CONFLICT;
            case "55P03", "57014", "40001", "40P01", "25006" -> PASSING;
            default -> state.startsWith("53") ? PASSING : FINAL;
        };
    }

    /** Whether the cause of any failure is that PostgreSQL cannot be reached or is too busy, not what was asked. */
    public static boolean isOutage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(sql) == LOST || of(sql) == PASSING;
            }
        }
        return false;
    }
}
