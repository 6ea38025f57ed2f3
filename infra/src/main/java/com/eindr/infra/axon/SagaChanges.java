package com.eindr.infra.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one unit of work changes among its sagas, written together: a processor handles many events in one, and Axon saves
 * their sagas one by one. New sagas, changed ones, associations and ended ones are one statement each.
 *
 * <p>Axon saves when the unit of work is prepared for its commit, one event's sagas after the other's, so what is gathered
 * meanwhile is written right before the transaction commits.
 */
final class SagaChanges {
    private static final String GATHERED = SagaChanges.class.getName();

    private final JdbcTemplate jdbc;
    private final List<Stored> created = new ArrayList<>();
    private final List<Stored> changed = new ArrayList<>();
    private final List<Association> added = new ArrayList<>();
    private final List<Association> removed = new ArrayList<>();
    private final List<Stored> ended = new ArrayList<>();

    private SagaChanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param content as JSON; empty where it is of no interest */
    private record Stored(String id, String type, String content) {}

    private record Association(String key, String value, String sagaId, String sagaType) {}

    /** Changes sagas: with all others of the present transaction or unit of work, or at once where there is neither. */
    static void make(JdbcTemplate jdbc, Consumer<SagaChanges> change) {
        if (TransactionSynchronizationManager.isActualTransactionActive() && CurrentUnitOfWork.isStarted()) {
            change.accept(gathered(jdbc, SagaChanges::writeBeforeCommit));
        } else if (CurrentUnitOfWork.isStarted()) {
            change.accept(gathered(jdbc, changes -> CurrentUnitOfWork.get().onPrepareCommit(work -> changes.write())));
        } else {
            SagaChanges alone = new SagaChanges(jdbc);
            change.accept(alone);
            alone.write();
        }
    }

    private static SagaChanges gathered(JdbcTemplate jdbc, Consumer<SagaChanges> begun) {
        return CurrentUnitOfWork.get().root().getOrComputeResource(GATHERED, key -> {
            SagaChanges changes = new SagaChanges(jdbc);
            begun.accept(changes);
            return changes;
        });
    }

    private static void writeBeforeCommit(SagaChanges changes) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                changes.write();
            }
        });
    }

    void create(String type, String id, String content) {
        created.add(new Stored(id, type, content));
    }

    void change(String type, String id, String content) {
        changed.add(new Stored(id, type, content));
    }

    void end(String type, String id) {
        ended.add(new Stored(id, type, ""));
    }

    void add(String type, String id, Collection<AssociationValue> associations) {
        associations.forEach(value -> added.add(new Association(value.getKey(), value.getValue(), id, type)));
    }

    void remove(String type, String id, Collection<AssociationValue> associations) {
        associations.forEach(value -> removed.add(new Association(value.getKey(), value.getValue(), id, type)));
    }

    private void write() {
        if (CurrentUnitOfWork.isStarted()) {
            // What comes later is written later.
            CurrentUnitOfWork.get().root().resources().remove(GATHERED, this);
        }
        update(created, """
            INSERT INTO saga_entry (saga_id, saga_type, serialized_saga)
            SELECT saga_id, saga_type, convert_to(content, 'UTF8')
            FROM unnest(?::text[], ?::text[], ?::text[]) AS saga (saga_id, saga_type, content)\
            """, Stored::id, Stored::type, Stored::content);
        update(changed, """
            UPDATE saga_entry AS saga SET serialized_saga = convert_to(changed.content, 'UTF8')
            FROM unnest(?::text[], ?::text[]) AS changed (saga_id, content) WHERE saga.saga_id = changed.saga_id\
            """, Stored::id, Stored::content);
        update(removed, """
            DELETE FROM association_value_entry AS a
            USING unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS gone (key, value, saga_id, saga_type)
            WHERE a.saga_id = gone.saga_id AND a.saga_type = gone.saga_type
              AND a.association_key = gone.key AND a.association_value = gone.value\
            """, Association::key, Association::value, Association::sagaId, Association::sagaType);
        update(added, """
            INSERT INTO association_value_entry (association_key, association_value, saga_id, saga_type)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])\
            """, Association::key, Association::value, Association::sagaId, Association::sagaType);
        update(ended, """
            WITH ended AS (SELECT * FROM unnest(?::text[], ?::text[]) AS saga (saga_id, saga_type)),
            gone AS (DELETE FROM association_value_entry WHERE (saga_id, saga_type) IN (SELECT * FROM ended))
            DELETE FROM saga_entry WHERE saga_id IN (SELECT saga_id FROM ended)\
            """, Stored::id, Stored::type);
    }

    @SafeVarargs
    private <R> void update(List<R> rows, String sql, Function<R, String>... columns) {
        if (!rows.isEmpty()) {
            jdbc.update(sql, (PreparedStatementSetter) statement -> {
                for (int i = 0; i < columns.length; i++) {
                    Object[] texts = rows.stream().map(columns[i]).toArray();
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
                }
            });
        }
    }
}
