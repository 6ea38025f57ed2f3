package com.eindr.infra.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.shared.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every text in an event is either {@link Personal}, and then encrypted, or listed here as saying nothing about anybody.
 * Whoever adds a text to an event has to decide which it is: does it show the words of a person, or a name, an address or a
 * device of one, then it is personal.
 */
class PersonalFieldsTest {

    /** What is a text and says nothing about anybody, with the reason. */
    private static final Set<String> IMPERSONAL = Set.of(
            // Pseudonyms: they name whoever acted as the identity provider does.
            "UserId.value",
            "PlanChanged.by",
            "FlagSet.by",
            "FlagCleared.by",
            "ReplayOrdered.by",
            "RetryOrdered.by",
            "PseudonymKeyOrdered.by",
            "AuditRead.by",
            // Who looks at others' lives cannot take back what they looked at and why they said they did.
            "AuditRead.what",
            "AuditRead.purpose",
            // Out of a list of ours, or a language tag, a rule of recurrence, a moment.
            "AllowanceTaken.with",
            "FlagName.value",
            "NoteProposed.language",
            "NoteWritten.language",
            "NoteEdited.language",
            "Preferences.notificationSound",
            "Preferences.ttsLanguage",
            "Profile.language",
            "ReminderOffer.recurrence",
            "Schedule.recurrence",
            "OccurrenceId.value",
            "RetryOrdered.group",
            "ReplayOrdered.projection",
            // The id of what a notice is about.
            "NoticeRaised.subject");

    @Test
    void every_text_of_an_event_is_personal_or_known_to_be_not() {
        assertThat(texts().filter(text -> !isPersonal(text)).map(PersonalFieldsTest::name))
                .as("texts of events without @Personal that are not listed as impersonal")
                .isSubsetOf(IMPERSONAL);
    }

    @Test
    void the_list_names_nothing_that_is_not_there() {
        assertThat(new TreeSet<>(IMPERSONAL))
                .isEqualTo(new TreeSet<>(texts().filter(text -> !isPersonal(text))
                        .map(PersonalFieldsTest::name)
                        .toList()));
    }

    @Test
    void only_texts_are_personal() {
        assertThat(components().filter(PersonalFieldsTest::isPersonal))
                .isNotEmpty()
                .allSatisfy(component -> assertThat(component.getType()).isEqualTo(String.class));
    }

    private static Stream<RecordComponent> texts() {
        return components().filter(component -> CharSequence.class.isAssignableFrom(component.getType()));
    }

    private static boolean isPersonal(RecordComponent component) {
        return component.isAnnotationPresent(Personal.class);
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    /** Of all events and of every record that is a part of one. */
    private static Stream<RecordComponent> components() {
        Set<Class<?>> seen = new LinkedHashSet<>(Catalogue.events());
        Deque<Class<?>> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            Stream<Type> parts = type.isRecord()
                    ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
                    : type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.empty();
            parts.flatMap(PersonalFieldsTest::classes)
                    .filter(part -> part.getName().startsWith("com.eindr.") && seen.add(part))
                    .forEach(open::add);
        }
        return seen.stream().filter(Class::isRecord).flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    private static Stream<Class<?>> classes(Type type) {
        return switch (type) {
            case Class<?> plain -> Stream.of(plain);
            case ParameterizedType generic ->
                Stream.concat(
                        classes(generic.getRawType()),
                        Arrays.stream(generic.getActualTypeArguments()).flatMap(PersonalFieldsTest::classes));
            default -> Stream.empty();
        };
    }
}
