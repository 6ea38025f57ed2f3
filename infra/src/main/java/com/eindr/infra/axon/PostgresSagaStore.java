package com.eindr.infra.axon;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps sagas in PostgreSQL, each operation in one round trip.
 *
 * <p>Unlike Axon's store it does not write a saga that has not changed. A deadline loads its saga and leaves it as it is;
 * writing it back would undo what another node has made of it meanwhile. And it borrows a connection for one statement
 * only, so that a deadline keeps none while it waits for the event log.
 */
final class PostgresSagaStore implements SagaStore<Object> {
    private static final String LOADED = PostgresSagaStore.class.getName();

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    PostgresSagaStore(JdbcTemplate jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    @Override
    public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
        return new HashSet<>(
                jdbc.queryForList("""
                    SELECT saga_id FROM association_value_entry
                    WHERE saga_type = ? AND association_key = ? AND association_value = ?\
                    """, String.class, sagaType.getName(), association.getKey(), association.getValue()));
    }

    @Override
    public <S> @Nullable Entry<S> loadSaga(Class<S> sagaType, String sagaIdentifier) {
        List<Entry<S>> found = jdbc.query("""
            SELECT serialized_saga,
                   array(SELECT association_key FROM association_value_entry a
                         WHERE a.saga_id = s.saga_id AND a.saga_type = s.saga_type ORDER BY id),
                   array(SELECT association_value FROM association_value_entry a
                         WHERE a.saga_id = s.saga_id AND a.saga_type = s.saga_type ORDER BY id)
            FROM saga_entry s WHERE saga_id = ?\
            """, (row, number) -> entry(sagaType, row), sagaIdentifier);
        if (found.isEmpty()) {
            return null;
        }
        loaded().put(sagaIdentifier, serialized(found.getFirst().saga()));
        return found.getFirst();
    }

    @Override
    public void insertSaga(
            Class<?> sagaType, String sagaIdentifier, Object saga, Set<AssociationValue> associationValues) {
        jdbc.update("""
            WITH saga AS (
                INSERT INTO saga_entry (saga_id, saga_type, serialized_saga) VALUES (?, ?, ?)
                RETURNING saga_id, saga_type)
            INSERT INTO association_value_entry (association_key, association_value, saga_id, saga_type)
            SELECT key, value, saga_id, saga_type FROM saga, unnest(?::text[], ?::text[]) AS a (key, value)\
            """, statement -> {
            statement.setString(1, sagaIdentifier);
            statement.setString(2, sagaType.getName());
            statement.setBytes(3, serialized(saga));
            bind(statement, 4, associationValues);
        });
    }

    @Override
    public void updateSaga(Class<?> sagaType, String sagaIdentifier, Object saga, AssociationValues associationValues) {
        byte[] present = serialized(saga);
        if (!Arrays.equals(present, loaded().get(sagaIdentifier))) {
            jdbc.update("UPDATE saga_entry SET serialized_saga = ? WHERE saga_id = ?", present, sagaIdentifier);
            loaded().put(sagaIdentifier, present);
        }
        if (!associationValues.removedAssociations().isEmpty()) {
            jdbc.update("""
                DELETE FROM association_value_entry a USING unnest(?::text[], ?::text[]) AS gone (key, value)
                WHERE a.saga_id = ? AND a.saga_type = ?
                  AND a.association_key = gone.key AND a.association_value = gone.value\
                """, statement -> {
                bind(statement, 1, associationValues.removedAssociations());
                statement.setString(3, sagaIdentifier);
                statement.setString(4, sagaType.getName());
            });
        }
        if (!associationValues.addedAssociations().isEmpty()) {
            jdbc.update("""
                INSERT INTO association_value_entry (association_key, association_value, saga_id, saga_type)
                SELECT key, value, ?, ? FROM unnest(?::text[], ?::text[]) AS a (key, value)\
                """, statement -> {
                statement.setString(1, sagaIdentifier);
                statement.setString(2, sagaType.getName());
                bind(statement, 3, associationValues.addedAssociations());
            });
        }
    }

    @Override
    public void deleteSaga(Class<?> sagaType, String sagaIdentifier, Set<AssociationValue> associationValues) {
        jdbc.update("""
            WITH gone AS (DELETE FROM association_value_entry WHERE saga_id = ? AND saga_type = ?)
            DELETE FROM saga_entry WHERE saga_id = ?\
            """, sagaIdentifier, sagaType.getName(), sagaIdentifier);
    }

    /** Sagas as they were stored when this unit of work loaded them. */
    private static Map<String, byte[]> loaded() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrComputeResource(LOADED, key -> new HashMap<>())
                : new HashMap<>();
    }

    private byte[] serialized(Object saga) {
        return serializer.serialize(saga, byte[].class).getData();
    }

    private static void bind(PreparedStatement statement, int from, Collection<AssociationValue> associations)
            throws SQLException {
        statement.setArray(
                from,
                texts(
                        statement,
                        associations.stream().map(AssociationValue::getKey).toArray()));
        statement.setArray(
                from + 1,
                texts(
                        statement,
                        associations.stream().map(AssociationValue::getValue).toArray()));
    }

    private static Array texts(PreparedStatement statement, Object[] texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts);
    }

    private <S> Entry<S> entry(Class<S> sagaType, ResultSet row) throws SQLException {
        S saga = serializer.deserialize(
                new SimpleSerializedObject<>(row.getBytes(1), byte[].class, sagaType.getName(), null));
        String[] keys = (String[]) row.getArray(2).getArray();
        String[] values = (String[]) row.getArray(3).getArray();
        Set<AssociationValue> associations = new HashSet<>();
        for (int i = 0; i < keys.length; i++) {
            associations.add(new AssociationValue(keys[i], values[i]));
        }
        return new Loaded<>(saga, associations);
    }

    private record Loaded<S>(S saga, Set<AssociationValue> associationValues) implements Entry<S> {}
}
