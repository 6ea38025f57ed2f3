package com.eindr.voice.web.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import com.eindr.voice.web.deed.Deed;
import com.eindr.voice.web.deed.Person;
import com.eindr.voice.web.deed.Result;
import com.eindr.voice.web.deed.Result.Asked;
import com.eindr.voice.web.deed.Result.DebtRecorded;
import com.eindr.voice.web.deed.Result.DebtSettled;
import com.eindr.voice.web.deed.Result.Item;
import com.eindr.voice.web.deed.Result.LockedByPlan;
import com.eindr.voice.web.deed.Result.NotUnderstood;
import com.eindr.voice.web.deed.Result.NoteWritten;
import com.eindr.voice.web.deed.Result.Notes;
import com.eindr.voice.web.deed.Result.NothingFound;
import com.eindr.voice.web.deed.Result.Owed;
import com.eindr.voice.web.deed.Result.Refused;
import com.eindr.voice.web.deed.Result.ReminderChanged;
import com.eindr.voice.web.deed.Result.ReminderSet;
import com.eindr.voice.web.deed.Result.ReminderSnoozed;
import com.eindr.voice.web.deed.Result.Reminders;
import com.eindr.voice.web.deed.Result.RemindersCancelled;
import com.eindr.voice.web.deed.Result.RemindersCompleted;
import com.eindr.voice.web.deed.Result.Talk;
import com.eindr.voice.web.deed.Result.Undone;
import com.eindr.voice.web.deed.Result.When;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class WordingPropertyTest {
    private static final List<String> TEXTS = List.of(
            "the dentist",
            "الطبيب",
            "{title}",
            "it's '{0}'",
            "  ",
            "\n",
            "a\u202Eb",
            "😀",
            "x".repeat(500),
            "?",
            "...");
    private static final List<String> ZONES =
            List.of("Asia/Karachi", "Europe/Berlin", "UTC", "Z", "+05:30", "UTC+3", "Etc/GMT+5", "EST5EDT", "GMT0");
    private static final List<String> TAGS = List.of(
            "ar-EG", "ar-SA", "de-CH", "en-GB", "es-MX", "fr-CA", "hi-Latn-IN", "pt-PT", "th-TH", "tr-CY", "ur-IN", "");
    private static final List<String> SLUGS =
            List.of("more-than-is-owed", "reminder-not-found", "unavailable", "unheard-of", "");

    private final Wording wording = new Wording();

    @Property(tries = 150)
    void everything_is_answered_in_every_language_in_a_sentence(@ForAll long seed) {
        Random random = new Random(seed);
        Facts facts = new Facts(random);
        List<Deed> deeds = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> new Deed(
                        Understanding.nothing(0), facts.one(List.of(Fate.values())), List.of(), null, facts.result()))
                .toList();
        LocalDateTime now = facts.time();
        ZoneId zone = facts.zone();
        ZoneId home = facts.zone();

        Stream.concat(Tongues.LANGUAGES.stream(), TAGS.stream()).forEach(tag -> {
            String reply = wording.reply(new Person(new UserId("ana"), tag, zone, home, now), deeds);
            assertThat(reply).as(tag).isNotBlank();
            // The only braces are those that people wrote.
            assertThat(reply.replace("{title}", "").replace("{0}", "")).as(tag).doesNotContain("{", "}");
            assertThat(reply.chars().filter(c -> c == '\u2068').count())
                    .as(tag)
                    .isEqualTo(reply.chars().filter(c -> c == '\u2069').count());
        });
    }

    @Property(tries = 1000)
    void no_text_in_the_place_of_a_rule_is_too_odd(@ForAll String rule) {
        When when = new When(Spoken.NOW, Spoken.HOME, false, false, rule);

        assertThat(new Spoken("en").reply(new ReminderSet(new Item("X", when)))).isNotBlank();
    }

    private record Facts(Random random) {

        Result result() {
            List<Supplier<Result>> kinds = List.of(
                    () -> new ReminderSet(item()),
                    () -> new ReminderChanged(item(), maybe(text())),
                    () -> new ReminderSnoozed(text(), time()),
                    () -> new RemindersCompleted(texts()),
                    () -> new RemindersCancelled(texts()),
                    () -> new Reminders(maybe(time()), maybe(time()), items(), random.nextInt(4)),
                    () -> new NoteWritten(text()),
                    () -> new Notes(texts(), random.nextInt(120)),
                    () -> new DebtRecorded(text(), random.nextBoolean(), money(), random.nextBoolean()),
                    () -> new DebtSettled(text(), random.nextBoolean(), money(), random.nextBoolean()),
                    () -> new Owed(maybe(text()), maybe(random.nextBoolean()), balances()),
                    () -> new Undone(random.nextInt(120)),
                    () -> new Asked(intent(), slots(), choices()),
                    () -> new NothingFound(intent(), maybe(text())),
                    () -> new LockedByPlan(intent(), maybe(one(List.of(Plan.values())))),
                    () -> new Refused(intent(), one(SLUGS), text()),
                    NotUnderstood::new,
                    () -> new Talk(maybe("Hello")));
            return one(kinds).get();
        }

        <T> T one(List<T> things) {
            return things.get(random.nextInt(things.size()));
        }

        private <T> @Nullable T maybe(T thing) {
            return random.nextBoolean() ? thing : null;
        }

        private Intent intent() {
            return one(List.of(Intent.values()));
        }

        private String text() {
            return one(TEXTS);
        }

        private List<String> texts() {
            return IntStream.range(0, random.nextInt(8)).mapToObj(i -> text()).toList();
        }

        ZoneId zone() {
            return ZoneId.of(one(ZONES));
        }

        LocalDateTime time() {
            LocalDateTime near = Spoken.NOW.plusMinutes(random.nextInt(20_000) - 5_000);
            return random.nextInt(10) == 0 ? near.withYear(1970 + random.nextInt(7_000)) : near;
        }

        private Item item() {
            return new Item(text(), maybe(when()));
        }

        private List<Item> items() {
            return IntStream.range(0, random.nextInt(4)).mapToObj(i -> item()).toList();
        }

        private When when() {
            return new When(time(), zone(), random.nextBoolean(), random.nextBoolean(), maybe(rule()));
        }

        private Money money() {
            Currency currency = Currency.getInstance(one(List.of("PKR", "EUR", "JPY", "KWD", "USD", "INR")));
            return new Money(one(List.of(1L, 100L, 12345L, Long.MAX_VALUE, Long.MIN_VALUE, 0L)), currency);
        }

        private List<Owed.Balance> balances() {
            return IntStream.range(0, random.nextInt(8))
                    .mapToObj(i -> new Owed.Balance(text(), money()))
                    .toList();
        }

        private Slots slots() {
            Selection selection = new Selection(
                    maybe(random.nextInt(5) - 1), maybe(text()), maybe(time()), maybe(time()), random.nextBoolean());
            return new Slots(
                    maybe(text()),
                    maybe(time()),
                    maybe(rule()),
                    maybe(text()),
                    maybe(random.nextBoolean()),
                    maybe(money()),
                    maybe(text()),
                    maybe(selection),
                    null);
        }

        private List<Choice> choices() {
            String slot = one(List.of("title", "content", "start", "counterparty", "amount", "confirm", "filter"));
            List<String> values = slot.equals("start") && random.nextBoolean()
                    ? List.of(time().toString(), time().toString())
                    : texts();
            return random.nextInt(5) == 0 ? List.of() : List.of(new Choice(slot, values));
        }

        private String rule() {
            List<String> parts = new ArrayList<>();
            parts.add("FREQ=" + one(List.of("MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")));
            sometimes(parts, "INTERVAL=" + (1 + random.nextInt(120)));
            sometimes(parts, "BYDAY=" + one(List.of("MO", "SA,SU", "MO,TU,WE,TH,FR", "1TH", "-1FR", "5SU", "0MO")));
            sometimes(parts, "BYMONTHDAY=" + one(List.of("1", "31", "-1", "1,15", "0", "99")));
            sometimes(parts, "BYMONTH=" + (1 + random.nextInt(12)));
            sometimes(parts, "BYSETPOS=" + (random.nextInt(8) - 2));
            sometimes(parts, "UNTIL=" + one(List.of("20261224", "20261224T235959", "20261224T235959Z", "soon")));
            sometimes(parts, "COUNT=" + random.nextInt(120));
            return String.join(";", parts);
        }

        private void sometimes(List<String> parts, String part) {
            if (random.nextInt(3) == 0) {
                parts.add(part);
            }
        }
    }
}
