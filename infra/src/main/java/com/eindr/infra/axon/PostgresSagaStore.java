package com.eindr.infra.axon;

import java.sql.ResultSet;
import java.sql.SQLException;
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
 * Keeps sagas in PostgreSQL, those of all events of a batch together: see {@link SagasOfBatch} and {@link SagaChanges}.
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
        return SagasOfBatch.of(sagaType, association.getKey(), jdbc).find(association.getValue());
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
        SagaChanges.make(jdbc, changes -> {
            changes.create(sagaType.getName(), sagaIdentifier, serialized(saga));
            changes.add(sagaType.getName(), sagaIdentifier, associationValues);
        });
    }

    @Override
    public void updateSaga(Class<?> sagaType, String sagaIdentifier, Object saga, AssociationValues associationValues) {
        String present = serialized(saga);
        SagaChanges.make(jdbc, changes -> {
            if (!present.equals(loaded().get(sagaIdentifier))) {
                changes.change(sagaType.getName(), sagaIdentifier, present);
                loaded().put(sagaIdentifier, present);
            }
            changes.remove(sagaType.getName(), sagaIdentifier, associationValues.removedAssociations());
            changes.add(sagaType.getName(), sagaIdentifier, associationValues.addedAssociations());
        });
    }

    @Override
    public void deleteSaga(Class<?> sagaType, String sagaIdentifier, Set<AssociationValue> associationValues) {
        SagaChanges.make(jdbc, changes -> changes.end(sagaType.getName(), sagaIdentifier));
    }

    /** Sagas as they were stored when this unit of work loaded them. */
    private static Map<String, String> loaded() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getOrComputeResource(LOADED, key -> new HashMap<>())
                : new HashMap<>();
    }

    private String serialized(Object saga) {
        return serializer.serialize(saga, String.class).getData();
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
