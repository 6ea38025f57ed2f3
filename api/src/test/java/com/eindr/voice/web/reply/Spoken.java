package com.eindr.voice.web.reply;

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
import com.eindr.voice.web.deed.Result.Item;
import com.eindr.voice.web.deed.Result.ReminderSet;
import com.eindr.voice.web.deed.Result.Reminders;
import com.eindr.voice.web.deed.Result.When;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody in Karachi, on a Monday morning, who is answered in one language. */
record Spoken(String language) {
    static final ZoneId HOME = ZoneId.of("Asia/Karachi");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T10:15:00");

    private static final Wording WORDING = new Wording();

    String reply(Result... results) {
        return reply(Fate.DONE, results);
    }

    String reply(Fate fate, Result... results) {
        Person person = new Person(new UserId("ana"), language, HOME, HOME, NOW);
        return WORDING.reply(
                person,
                Stream.of(results)
                        .map(result -> new Deed(Understanding.nothing(0), fate, List.of(), null, result))
                        .toList());
    }

    String set(String title, String start) {
        return reply(new ReminderSet(item(title, start)));
    }

    /** A series of drinking coffee from tomorrow at seven on. */
    String repeats(String rule) {
        return repeats("2026-11-24T07:00", rule);
    }

    String repeats(String start, String rule) {
        return reply(new ReminderSet(new Item("X", when(start, HOME, rule))));
    }

    String list(int count) {
        List<Item> items = Stream.of(item("A", "2026-11-23T19:00"), item("B", "2026-11-23T20:30"))
                .limit(count)
                .toList();
        return reply(new Reminders(
                LocalDateTime.parse("2026-11-23T00:00"),
                LocalDateTime.parse("2026-11-24T00:00"),
                items,
                count - items.size()));
    }

    String asked(Intent intent, Slots slots, String slot, String... values) {
        return reply(Fate.NEEDS_CONFIRMATION, new Asked(intent, slots, List.of(new Choice(slot, List.of(values)))));
    }

    static Item item(String title, String start) {
        return new Item(title, when(start, HOME, null));
    }

    static When when(String start, ZoneId zone, @Nullable String rule) {
        return new When(LocalDateTime.parse(start), zone, false, false, rule);
    }

    static Slots all() {
        return Slots.filter(new Selection(null, null, null, null, true), null);
    }

    static Money money(String amount, String currency) {
        return Money.positive(amount, Currency.getInstance(currency));
    }
}
