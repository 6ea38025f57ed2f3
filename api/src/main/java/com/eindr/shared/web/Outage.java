package com.eindr.shared.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a program that is wrong. */
final class Outage {
    private static final int DEEPEST = 20;

    private Outage() {}

    /** Whether somewhere among the causes the database refused, lost or timed out a connection. */
    static boolean caused(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof StoreUnavailable || cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql && connectionIsLost(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** SQLSTATE classes of PostgreSQL, appendix A: connection exceptions, too many connections, shutting down. */
    private static boolean connectionIsLost(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? failure.getCause() instanceof IOException
                : state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }
}
