package com.eindr.reminder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.eindr.reminder.ReminderCommand.CreateReminder;
import com.eindr.reminder.ReminderCommand.EditReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Timing;
import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import com.eindr.shared.web.EdgeFixture;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderRequestTest {
    private static final UserId ANA = new UserId("ana");
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final ReminderId REMINDER = new ReminderId(new UUID(1, 2));

    @Test
    void only_title_and_start_are_required() {
        CreateReminder command = create("{'title':'Call Ana','start':'2026-12-01T09:00:00'}");

        assertThat(command.schedule().start()).isEqualTo(LocalDateTime.of(2026, 12, 1, 9, 0));
        assertThat(command.schedule().timeZone()).isEqualTo(KARACHI);
        assertThat(command.schedule().timing()).isEqualTo(Timing.FIXED);
        assertThat(command.schedule().repeatFrom()).isEqualTo(RepeatFrom.FROM_DUE);
        assertThat(command.ownerId()).isEqualTo(ANA);
        assertThat(command.reminderId().value().version()).isEqualTo(7);
    }

    @Test
    void a_whole_day_begins_at_midnight_however_it_is_written() {
        LocalDateTime midnight = LocalDateTime.of(2026, 12, 1, 0, 0);

        assertThat(create("{'title':'t','start':'2026-12-01','timing':'ALL_DAY'}")
                        .schedule()
                        .start())
                .isEqualTo(midnight);
        assertThat(create("{'title':'t','start':'2026-12-01T09:00','timing':'ALL_DAY'}")
                        .schedule()
                        .start())
                .isEqualTo(midnight);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'start':'2026-12-01T09:00'}|title",
                "{'title':null,'start':'2026-12-01T09:00'}|title",
                "{'title':'   ','start':'2026-12-01T09:00'}|title",
                "{'title':'a\\u0007b','start':'2026-12-01T09:00'}|title",
                "{'title':'a\\nb','start':'2026-12-01T09:00'}|title",
                "{'title':'\\uD800','start':'2026-12-01T09:00'}|title",
                "{'title':5,'start':'2026-12-01T09:00'}|title",
                "{'title':['t'],'start':'2026-12-01T09:00'}|title",
                "{'title':'t'}|start",
                "{'title':'t','start':'2026-02-31T09:00'}|start",
                "{'title':'t','start':'10000-01-01T09:00'}|start",
                "{'title':'t','start':'1066-10-14T09:00'}|start",
                "{'title':'t','start':'2026-12-01T09:00Z'}|start",
                "{'title':'t','start':'2026-12-01'}|start",
                "{'title':'t','start':20261201}|start",
                "{'title':'t','start':'2026-12-01T09:00','timeZone':'+05:00'}|timeZone",
                "{'title':'t','start':'2026-12-01T09:00','timeZone':'Mars/Olympus'}|timeZone",
                "{'title':'t','start':'2026-12-01T09:00','timing':'fixed'}|timing",
                "{'title':'t','start':'2026-12-01T09:00','timing':0}|timing",
                "{'title':'t','start':'2026-12-01T09:00','timing':''}|timing",
                "{'title':'t','start':'2026-12-01T09:00','nagEvery':'10m'}|nagEvery",
                "{'title':'t','start':'2026-12-01T09:00','nagEvery':'PT1S'}|nagEvery",
                "{'title':'t','start':'2026-12-01T09:00','nagEvery':600}|nagEvery",
                "{'title':'t','start':'2026-12-01T09:00','id':'1-1-1-1-1'}|id",
                "{'title':'t','start':'2026-12-01T09:00','titel':'t'}|titel",
                "{'title':'t','start':'2026-12-01T09:00','notes':'a\\u0000b'}|notes",
            })
    void a_field_that_is_wrong_is_named(String json, String field) {
        Throwable failure = catchThrowable(() -> create(json));

        assertThat(EdgeFixture.faults(failure)).containsExactly(field);
    }

    @Test
    void titles_are_counted_as_people_count() {
        String clefs = "𝄞".repeat(200);

        assertThat(create("{'title':'" + clefs + "','start':'2026-12-01T09:00'}")
                        .title())
                .isEqualTo(clefs);
        assertThat(EdgeFixture.faults(
                        catchThrowable(() -> create("{'title':'" + clefs + "x','start':'2026-12-01T09:00'}"))))
                .containsExactly("title");
    }

    @Test
    void everything_that_is_wrong_with_the_values_is_said_at_once() {
        Throwable failure = catchThrowable(() -> create("{'title':'','notes':'\\u0000','recurrence':' '}"));

        assertThat(EdgeFixture.faults(failure)).containsExactly("notes", "recurrence", "start", "title");
    }

    @Test
    void notes_may_have_lines_and_tabs() {
        assertThat(create("{'title':'t','start':'2026-12-01T09:00','notes':'a\\n\\tb\\r\\n'}")
                        .notes())
                .isEqualTo("a\n\tb\r\n");
    }

    @Test
    void an_edit_tells_absent_from_null() {
        EditReminder command = edit("{'notes':null,'recurrence':'FREQ=DAILY'}");

        assertThat(command.title()).isEqualTo(Patch.absent());
        assertThat(command.notes()).isEqualTo(Patch.of(null));
        assertThat(command.recurrence()).isEqualTo(Patch.of("FREQ=DAILY"));
        assertThat(command.start()).isEqualTo(Patch.absent());
        assertThat(command.timing()).isEqualTo(Patch.absent());
    }

    @Test
    void null_puts_a_default_back() {
        EditReminder command = edit("{'repeatFrom':null,'timing':null,'timeZone':null}");

        assertThat(command.repeatFrom()).isEqualTo(Patch.of(RepeatFrom.FROM_DUE));
        assertThat(command.timing()).isEqualTo(Patch.of(Timing.FIXED));
        assertThat(command.timeZone()).isEqualTo(Patch.of(KARACHI));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title':null}|title",
                "{'start':null}|start",
                "{'title':''}|title",
                "{'title':7}|title",
                "{'colour':'red'}|colour",
                "{'nagEvery':'PT0S'}|nagEvery",
                "{'start':'2026-12-01','timing':'FIXED'}|start",
            })
    void an_edit_names_what_is_wrong_too(String json, String field) {
        assertThat(EdgeFixture.faults(catchThrowable(() -> edit(json)))).containsExactly(field);
    }

    private static CreateReminder create(String json) {
        return EdgeFixture.read(json, NewReminder.class).command(ANA, () -> KARACHI);
    }

    private static EditReminder edit(String json) {
        return EdgeFixture.read(json, ReminderEdit.class).command(REMINDER, ANA, () -> KARACHI, () -> Timing.ALL_DAY);
    }
}
