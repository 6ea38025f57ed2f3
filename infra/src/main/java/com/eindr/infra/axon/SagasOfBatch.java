package com.eindr.infra.axon;

import static java.util.stream.Collectors.toMap;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which sagas the events of a batch are for, by one association. Axon asks for each event by itself; the first question
 * of a batch is asked for all of them.
 *
 * <p>What the batch itself changes need not be seen here: Axon knows the sagas it holds, and saves them at the end.
 */
final class SagasOfBatch {
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> event) {
            return event.isRecord()
                    ? Arrays.stream(event.getRecordComponents())
                            .collect(toMap(RecordComponent::getName, RecordComponent::getAccessor))
                    : Map.of();
        }
    };

    private final Class<?> sagaType;
    private final String key;
    private final JdbcTemplate jdbc;
    /** The sagas of each value that was asked for. */
    private final Map<String, Set<String>> found = new HashMap<>();

    private SagasOfBatch(Class<?> sagaType, String key, JdbcTemplate jdbc) {
        this.sagaType = sagaType;
        this.key = key;
        this.jdbc = jdbc;
    }

    static SagasOfBatch of(Class<?> sagaType, String key, JdbcTemplate jdbc) {
        if (!CurrentUnitOfWork.isStarted()) {
            return new SagasOfBatch(sagaType, key, jdbc);
        }
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        return work.getOrComputeResource(SagasOfBatch.class.getName() + sagaType.getName() + key, name -> {
            SagasOfBatch sagas = new SagasOfBatch(sagaType, key, jdbc);
            if (work instanceof BatchingUnitOfWork<?> batch) {
                sagas.look(values(batch.getMessages(), key));
            }
            return sagas;
        });
    }

    Set<String> find(String value) {
        if (!found.containsKey(value)) {
            look(Set.of(value));
        }
        return found.getOrDefault(value, Set.of());
    }

    private void look(Collection<String> values) {
        values.forEach(value -> found.put(value, new HashSet<>()));
        jdbc.query(
                """
                SELECT association_value, saga_id FROM association_value_entry
                WHERE saga_type = ? AND association_key = ? AND association_value = ANY (?)\
                """,
                row -> {
                    found.computeIfAbsent(row.getString(1), value -> new HashSet<>())
                            .add(row.getString(2));
                },
                sagaType.getName(),
                key,
                values.toArray(String[]::new));
    }

    /** The values of this component in the events that have it. */
    private static Set<String> values(List<? extends Message<?>> events, String component) {
        Set<String> values = new HashSet<>();
        for (Message<?> event : events) {
            Method accessor = ACCESSORS.get(event.getPayloadType()).get(component);
            if (accessor != null) {
                values.add(read(event.getPayload(), accessor));
            }
        }
        return values;
    }

    private static String read(Object event, Method accessor) {
        try {
            return String.valueOf(accessor.invoke(event));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " of an event cannot be read", e);
        }
    }
}
