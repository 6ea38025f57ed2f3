package com.eindr.note.command;

import com.eindr.account.AccountRefusal;
import com.eindr.account.Entitlements;
import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.note.NoteCommand.DeleteNote;
import com.eindr.note.NoteCommand.EditNote;
import com.eindr.note.NoteCommand.WriteNote;
import com.eindr.note.NoteEvent.NoteDeleted;
import com.eindr.note.NoteEvent.NoteEdited;
import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.note.NoteId;
import com.eindr.note.NoteRefusal;
import com.eindr.note.NoteSource;
import com.eindr.shared.Patch;
import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BO = new UserId("bo");
    private static final NoteId ID = NoteId.of("01890000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    @ParameterizedTest
    @EnumSource(names = {"MANUAL", "VOICE"})
    void a_note_is_written_by_its_owner(NoteSource source) {
        on(Plan.STARTER)
                .givenNoPriorActivity()
                .when(new WriteNote(ID, ANA, "Milk\nand\thoney", source, "en"))
                .expectEvents(new NoteWritten(ID, ANA, ANA, source, "Milk\nand\thoney", "en"))
                .expectResultMessagePayload(1L);
    }

    @Test
    void nobody_writes_to_themselves_as_a_friend() {
        refused(
                on(Plan.ELITE).givenNoPriorActivity().when(new WriteNote(ID, ANA, "Milk", NoteSource.FRIEND, "en")),
                NoteRefusal.INVALID_SOURCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "bell\u0007", "nothing\u0000", "\u0085", "half a pair \uD83D"})
    void what_cannot_be_written_is_no_note(String content) {
        refused(on(Plan.TRIAL).givenNoPriorActivity().when(write(content)), NoteRefusal.INVALID_CONTENT);
        refused(on(Plan.TRIAL).given(written("Milk")).when(edit(content)), NoteRefusal.INVALID_CONTENT);
    }

    @Test
    void a_note_has_ten_thousand_characters_and_no_more_however_many_units_they_take() {
        String longest = "\uD83C\uDF6F".repeat(10_000);
        on(Plan.TRIAL).givenNoPriorActivity().when(write(longest)).expectEvents(written(longest));
        refused(on(Plan.TRIAL).givenNoPriorActivity().when(write(longest + ".")), NoteRefusal.INVALID_CONTENT);
        refused(on(Plan.TRIAL).given(written("Milk")).when(edit(longest + ".")), NoteRefusal.INVALID_CONTENT);
    }

    @Test
    void an_expired_plan_writes_nothing_new_but_edits_and_deletes_what_exists() {
        on(Plan.EXPIRED)
                .givenNoPriorActivity()
                .when(write("Milk"))
                .expectNoEvents()
                .expectException(Matchers.<Refusal>predicate(refusal -> refusal.reason() == AccountRefusal.PLAN_LOCKED
                        && refusal.facts().equals(Map.of("requiredPlan", "STARTER"))));
        on(Plan.EXPIRED).given(written("Milk")).when(edit("Honey")).expectEvents(edited("Honey", "en"));
        on(Plan.EXPIRED)
                .given(written("Milk"))
                .when(new DeleteNote(ID, ANA))
                .expectEvents(new NoteDeleted(ID, ANA, ANA));
    }

    @Test
    void a_note_with_the_same_id_is_not_written_again() {
        on(Plan.TRIAL)
                .given(written("Milk"))
                .when(write("Milk"))
                .expectNoEvents()
                .expectException(EventStoreException.class);
    }

    @Test
    void an_edit_changes_what_it_mentions() {
        on(Plan.TRIAL)
                .given(written("Milk"))
                .when(edit("Honey"))
                .expectEvents(edited("Honey", "en"))
                .expectResultMessagePayload(2L);
        on(Plan.TRIAL)
                .given(written("Milk"), edited("Milch", "en"))
                .when(new EditNote(ID, ANA, Patch.absent(), Patch.of("de")))
                .expectEvents(edited("Milch", "de"));
        on(Plan.TRIAL)
                .given(written("Milk"))
                .when(new EditNote(ID, ANA, Patch.absent(), Patch.of(null)))
                .expectEvents(edited("Milk", null));
    }

    @Test
    void an_edit_that_changes_nothing_records_nothing() {
        on(Plan.TRIAL)
                .given(written("Milk"))
                .when(new EditNote(ID, ANA, Patch.of("Milk"), Patch.of("en")))
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_friends_note_is_its_owners() {
        NoteWritten given = new NoteWritten(ID, ANA, BO, NoteSource.FRIEND, "The key", null);
        on(Plan.TRIAL).given(given).when(edit("My key")).expectEvents(edited("My key", null));
        on(Plan.TRIAL).given(given).when(new DeleteNote(ID, ANA)).expectEvents(new NoteDeleted(ID, ANA, ANA));
        refused(on(Plan.TRIAL).given(given).when(new DeleteNote(ID, BO)), NoteRefusal.NOTE_NOT_FOUND);
    }

    @Test
    void nobody_else_learns_that_there_is_a_note() {
        EditNote edit = new EditNote(ID, BO, Patch.of("Honey"), Patch.absent());
        refused(on(Plan.TRIAL).given(written("Milk")).when(edit), NoteRefusal.NOTE_NOT_FOUND);
        refused(on(Plan.TRIAL).given(written("Milk")).when(new DeleteNote(ID, BO)), NoteRefusal.NOTE_NOT_FOUND);
    }

    @Test
    void a_deleted_note_is_there_no_more() {
        NoteDeleted deleted = new NoteDeleted(ID, ANA, ANA);
        refused(on(Plan.TRIAL).given(written("Milk"), deleted).when(edit("Honey")), NoteRefusal.NOTE_NOT_FOUND);
        refused(
                on(Plan.TRIAL).given(written("Milk"), deleted).when(new DeleteNote(ID, ANA)),
                NoteRefusal.NOTE_NOT_FOUND);
    }

    private static AggregateTestFixture<Note> on(Plan plan) {
        AggregateTestFixture<Note> fixture = new AggregateTestFixture<>(Note.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        Entitlements entitlements = Entitled.to(plan);
        fixture.registerInjectableResource(entitlements);
        return fixture;
    }

    private static WriteNote write(String content) {
        return new WriteNote(ID, ANA, content, NoteSource.MANUAL, "en");
    }

    private static EditNote edit(String content) {
        return new EditNote(ID, ANA, Patch.of(content), Patch.absent());
    }

    private static NoteWritten written(String content) {
        return new NoteWritten(ID, ANA, ANA, NoteSource.MANUAL, content, "en");
    }

    private static NoteEdited edited(String content, @Nullable String language) {
        return new NoteEdited(ID, ANA, ANA, content, language);
    }

    private static void refused(ResultValidator<Note> result, RefusalReason reason) {
        result.expectNoEvents()
                .expectException(
                        Matchers.<Refusal>predicate(refusal -> refusal.reason().equals(reason)));
    }
}
