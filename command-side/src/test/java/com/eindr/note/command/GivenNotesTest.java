package com.eindr.note.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.note.NoteId;
import com.eindr.note.NoteSource;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.command.Repositories;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.Test;

class GivenNotesTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BO = new UserId("bo");
    private static final NoteId ID = NoteId.of("01890000-0000-7000-8000-000000000001");

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final GivenNotesInOneCommit notes = new GivenNotesInOneCommit(new Repositories() {
        @Override
        public <T> Repository<T> of(Class<T> aggregate) {
            return EventSourcingRepository.builder(aggregate).eventStore(store).build();
        }
    });

    @Test
    void a_given_note_is_recorded_with_the_command_that_agrees_to_it_and_not_without() {
        UnitOfWork<?> undone = DefaultUnitOfWork.startAndGet(null);
        notes.give(ID, ANA, BO, "The key is under the stone", "en");
        undone.rollback();
        assertThat(recorded()).isEmpty();

        UnitOfWork<?> agreed = DefaultUnitOfWork.startAndGet(null);
        notes.give(ID, ANA, BO, "The key is under the stone", "en");
        agreed.commit();
        assertThat(recorded())
                .isEqualTo(
                        List.of(new NoteWritten(ID, ANA, BO, NoteSource.FRIEND, "The key is under the stone", "en")));
    }

    @Test
    void what_nobody_could_write_nobody_is_given() {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        assertThatThrownBy(() -> notes.give(ID, ANA, BO, " ", null)).isInstanceOf(Refusal.class);
        work.rollback();
    }

    private List<?> recorded() {
        return store.readEvents(ID.toString(), 0)
                .asStream()
                .map(Message::getPayload)
                .toList();
    }
}
