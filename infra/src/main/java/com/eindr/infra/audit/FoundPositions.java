package com.eindr.infra.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The positions of the events that a question is about, from the tables of the projection {@code audit}. It has an entry for
 * every event and is written in their order, so up to {@link #known} nothing will ever be found that is not found now.
 */
final class FoundPositions {
    private final JdbcClient database;
    private final List<Object> parameters = new ArrayList<>();
    private final StringBuilder tables = new StringBuilder("audit_entry e");
    private final StringBuilder condition = new StringBuilder();

    /** Whose index has the positions in order. */
    private String leading = "e";

    FoundPositions(JdbcClient database, AuditQuestion question) {
        this.database = database;
        person("actor", "acted", question.actor());
        person("subject", "named", question.subject());
        and("e.aggregate_id = ?", question.aggregateId());
        and("e.type = ?", question.type());
        and("e.correlation_id = ?", question.correlationId());
        and("e.happened_at >= ?", moment(question.from()));
        and("e.happened_at < ?", moment(question.to()));
    }

    /** Up to where the index has come. */
    static long known(JdbcClient database) {
        return database.sql("SELECT coalesce(max(position), 0) FROM audit_entry")
                .query(Long.class)
                .single();
    }

    /** The first ones behind a position, in order. */
    List<Long> after(long position, int limit) {
        String found = leading + ".position";
        return database.sql("SELECT " + found + " FROM " + tables + " WHERE " + found + " > ?" + condition
                        + " ORDER BY " + found + " LIMIT " + limit)
                .param(position)
                .params(parameters)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** How many there are behind a position up to another. */
    long count(long after, long until) {
        String found = leading + ".position";
        return database.sql("SELECT count(*) FROM " + tables + " WHERE " + found + " > ? AND " + found + " <= ?"
                        + condition)
                .param(after)
                .param(until)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private void person(String alias, String role, @Nullable String who) {
        if (who != null) {
            tables.append(" JOIN audit_person ")
                    .append(alias)
                    .append(" ON ")
                    .append(alias)
                    .append(".position = e.position");
            and(alias + ".who = ?", who);
            condition.append(" AND ").append(alias).append('.').append(role);
            leading = alias;
        }
    }

    private void and(String restriction, @Nullable Object value) {
        if (value != null) {
            condition.append(" AND ").append(restriction);
            parameters.add(value);
        }
    }

    private static @Nullable Object moment(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
