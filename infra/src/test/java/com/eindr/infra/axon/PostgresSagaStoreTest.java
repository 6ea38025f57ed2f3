package com.eindr.infra.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.saga.ReminderDelivery;
import com.eindr.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PostgresSagaStoreTest {
    private static final AssociationValue REMINDER = new AssociationValue("reminderId", "r1");
    private static final AssociationValue OWNER = new AssociationValue("userId", "ana");
    private static final TestDatabase DATABASE = TestServers.freshDatabase();

    private final JdbcTemplate jdbc = new JdbcTemplate(
            new DriverManagerDataSource(DATABASE.getJdbcUrl(), DATABASE.getUsername(), DATABASE.getPassword()));
    private final PostgresSagaStore store = new PostgresSagaStore(
            jdbc,
            Jackson3Serializer.builder()
                    .jsonMapperBuilderCustomizer(StoredJson::configure)
                    .build());
    private final String id = UUID.randomUUID().toString();

    @Test
    void a_saga_is_found_by_each_of_its_associations() {
        store.insertSaga(ReminderDelivery.class, id, new ReminderDelivery(), Set.of(REMINDER, OWNER));
        assertThat(store.findSagas(ReminderDelivery.class, REMINDER)).contains(id);
        assertThat(store.findSagas(ReminderDelivery.class, OWNER)).contains(id);
        assertThat(load().associationValues()).containsExactlyInAnyOrder(REMINDER, OWNER);
    }

    @Test
    void associations_come_and_go() {
        store.insertSaga(ReminderDelivery.class, id, new ReminderDelivery(), Set.of(REMINDER));
        AssociationValuesImpl associations = new AssociationValuesImpl(Set.of(REMINDER));
        associations.add(OWNER);
        associations.remove(REMINDER);
        store.updateSaga(ReminderDelivery.class, id, new ReminderDelivery(), associations);
        assertThat(load().associationValues()).containsExactly(OWNER);
    }

    @Test
    void a_saga_that_ends_leaves_nothing() {
        store.insertSaga(ReminderDelivery.class, id, new ReminderDelivery(), Set.of(REMINDER));
        store.deleteSaga(ReminderDelivery.class, id, Set.of(REMINDER));
        assertThat(store.loadSaga(ReminderDelivery.class, id)).isNull();
        assertThat(store.findSagas(ReminderDelivery.class, REMINDER)).doesNotContain(id);
    }

    @Test
    void what_one_unit_of_work_does_to_its_sagas_is_there_when_it_commits() {
        String other = UUID.randomUUID().toString();
        store.insertSaga(ReminderDelivery.class, other, new ReminderDelivery(), Set.of(OWNER));
        UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("many events"));
        AssociationValuesImpl associations = new AssociationValuesImpl(Set.of(REMINDER));
        associations.add(OWNER);
        store.insertSaga(ReminderDelivery.class, id, new ReminderDelivery(), Set.of(REMINDER));
        store.updateSaga(ReminderDelivery.class, id, new ReminderDelivery(), associations);
        store.deleteSaga(ReminderDelivery.class, other, Set.of(OWNER));
        assertThat(store.loadSaga(ReminderDelivery.class, id)).isNull();

        batch.commit();

        assertThat(load().associationValues()).containsExactlyInAnyOrder(REMINDER, OWNER);
        assertThat(store.loadSaga(ReminderDelivery.class, other)).isNull();
    }

    @Test
    void the_sagas_of_a_batch_are_found_each_by_its_own_event() {
        ReminderId one = new ReminderId(UUID.randomUUID());
        ReminderId another = new ReminderId(UUID.randomUUID());
        store.insertSaga(ReminderDelivery.class, id, new ReminderDelivery(), Set.of(of(one)));
        UnitOfWork<?> batch = new BatchingUnitOfWork<>(List.of(completed(one), completed(another)));
        batch.start();

        assertThat(store.findSagas(ReminderDelivery.class, of(one))).containsExactly(id);
        assertThat(store.findSagas(ReminderDelivery.class, of(another))).isEmpty();
        assertThat(store.findSagas(ReminderDelivery.class, of(new ReminderId(UUID.randomUUID()))))
                .isEmpty();

        batch.commit();
    }

    private static EventMessage<?> completed(ReminderId reminder) {
        return GenericEventMessage.asEventMessage(new ReminderCompleted(reminder, new UserId("ana")));
    }

    private static AssociationValue of(ReminderId reminder) {
        return new AssociationValue("reminderId", reminder.toString());
    }

    @Test
    void a_saga_that_was_only_looked_at_does_not_undo_what_another_node_made_of_it() {
        store.insertSaga(ReminderDelivery.class, id, new ReminderDelivery(), Set.of(REMINDER));
        UnitOfWork<?> deadline = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("it is time"));
        ReminderDelivery looked = load().saga();
        String changed = "{\"followsOwner\":true}";
        jdbc.update(
                "UPDATE saga_entry SET serialized_saga = ? WHERE saga_id = ?",
                changed.getBytes(StandardCharsets.UTF_8),
                id);
        store.updateSaga(ReminderDelivery.class, id, looked, new AssociationValuesImpl(Set.of(REMINDER)));
        deadline.commit();
        assertThat(jdbc.queryForObject(
                        "SELECT convert_from(serialized_saga, 'UTF8') FROM saga_entry WHERE saga_id = ?",
                        String.class,
                        id))
                .isEqualTo(changed);
    }

    private SagaStore.Entry<ReminderDelivery> load() {
        return Objects.requireNonNull(store.loadSaga(ReminderDelivery.class, id));
    }
}
