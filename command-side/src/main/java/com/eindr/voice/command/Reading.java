package com.eindr.voice.command;

import com.eindr.voice.command.Matching.Read;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Day;
import com.eindr.voice.command.TimeAtom.Every;
import com.eindr.voice.command.TimeAtom.Half;
import com.eindr.voice.command.TimeAtom.Part;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the slots of phrases, at any place of one utterance; each at most once. */
final class Reading implements Matching.Reader {
    /** A number in hundredths. */
    record Quantity(long hundredths) {
        boolean isWhole() {
            return hundredths % Numbers.ONE == 0;
        }

        int whole() {
            return (int) Math.min(hundredths / Numbers.ONE, Integer.MAX_VALUE / 1000);
        }
    }

    /** The hour of a clock, in minutes of the day, as said: nine and a half is 570. */
    record Hour(int minute, boolean exact) {}

    record Ordinal(int place) {}

    /** A date in digits, the day first, without its year. */
    record DayMonth(int day, Month month) {}

    record Weekdays(Set<DayOfWeek> days) {}

    /** A unit of time, as the lexicons name them. */
    enum Unit {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final Numbers numbers;
    private final Hours hours;
    private final IntFunction<@Nullable Read> days;
    private final IntFunction<@Nullable Read> times;
    private final Map<String, Read> known = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    Reading(Lexicon lexicon, List<Token> tokens, IntFunction<@Nullable Read> days, IntFunction<@Nullable Read> times) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.numbers = new Numbers(lexicon, tokens);
        this.hours = new Hours(lexicon, tokens, numbers);
        this.days = days;
        this.times = times;
    }

    @Override
    public @Nullable Read read(String slot, int at) {
        String key = slot + at;
        Read read = known.get(key);
        if (read == null && !unreadable.contains(key)) {
            read = fresh(slot, at);
            if (read == null) {
                unreadable.add(key);
            } else {
                known.put(key, read);
            }
        }
        return read;
    }

    private @Nullable Read fresh(String slot, int at) {
        return switch (slot) {
            case "n" -> number(at);
            case "q" -> quantity(at);
            case "h" -> hours.hour(at);
            case "hn" -> hours.named(at);
            case "clock" -> hours.clock(at);
            case "military" -> hours.military(at);
            case "digital" -> hours.digital(at);
            case "wd" -> weekdays("weekday", at);
            case "wds" -> weekdays("weekdays", at);
            case "month" -> entry("month", at, value -> Month.of(Integer.parseInt(value)));
            case "unit" -> entry("unit", at, value -> Unit.valueOf(value.toUpperCase(Locale.ROOT)));
            case "part" -> entry("part", at, Reading::part);
            case "parts" -> entry("parts", at, Reading::part);
            case "ord" -> ordinal(at);
            case "md" -> entry("monthday", at, value -> new Ordinal(Integer.parseInt(value)));
            case "iso" -> iso(at);
            case "dm" -> dayMonth(at);
            case "day" -> days.apply(at);
            case "when" -> time(at, Day.class, Every.class);
            case "at" -> time(at, Clock.class, Clock.class);
            case "time" -> anyTime(at);
            case "ahead" -> ahead(at);
            case "rule" -> time(at, Every.class, Every.class);
            case "for", "notwho" -> lexicon.entry(slot, tokens, at);
            case "amount" -> new Amounts(lexicon, tokens, numbers).at(at);
            default -> throw new IllegalArgumentException("no slot is called " + slot);
        };
    }

    private @Nullable Read number(int at) {
        Read read = numbers.at(at);
        return read == null ? null : new Read(new Quantity((Long) read.value()), read.end());
    }

    private @Nullable Read quantity(int at) {
        Read read = number(at);
        return read == null && lexicon.has("article", tokens.get(at).word())
                ? new Read(new Quantity(Numbers.ONE), at + 1)
                : read;
    }

    private @Nullable Read time(int at, Class<?> one, Class<?> other) {
        Read read = times.apply(at);
        return read != null && (one.isInstance(read.value()) || other.isInstance(read.value())) ? read : null;
    }

    /** A time, or an hour that only its place shows to be one. */
    private @Nullable Read anyTime(int at) {
        Read read = times.apply(at);
        return read == null ? hours.clock(at) : read;
    }

    /** Whether a time or a duration follows: nothing is read of it yet. */
    private @Nullable Read ahead(int at) {
        Read time = anyTime(at);
        Read number = time == null ? quantity(at) : null;
        boolean lasts =
                number != null && number.end() < tokens.size() && lexicon.entry("unit", tokens, number.end()) != null;
        Read read = lasts ? number : time;
        return read == null ? null : new Read(read.value(), at);
    }

    private interface Meaning {
        Object of(String value);
    }

    private @Nullable Read entry(String section, int at, Meaning meaning) {
        Read read = lexicon.entry(section, tokens, at);
        return read == null ? null : new Read(meaning.of((String) read.value()), read.end());
    }

    static Part part(String value) {
        String[] sides = value.split(" ", -1);
        return new Part(Integer.parseInt(sides[0]) * 60, Half.valueOf(sides[1]), sides.length > 2);
    }

    private @Nullable Read weekdays(String section, int at) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        int next = at;
        int end = at;
        while (next < tokens.size()) {
            Read read = lexicon.entry(section, tokens, next);
            if (read != null) {
                for (String number : ((String) read.value()).split(" ", -1)) {
                    days.add(DayOfWeek.of(Integer.parseInt(number)));
                }
                end = read.end();
                next = end;
            } else if (!days.isEmpty()
                    && next == end
                    && lexicon.has("and", tokens.get(next).word())) {
                next++;
            } else {
                break;
            }
        }
        return days.isEmpty() ? null : new Read(new Weekdays(days), end);
    }

    private @Nullable Read ordinal(int at) {
        Token token = tokens.get(at);
        if (token.isNumber() && token.word().length() <= 3 && at + 1 < tokens.size()) {
            Token mark = tokens.get(at + 1);
            return mark.glued()
                            && lexicon.has("ordinalmark", mark.word())
                            && token.word().matches("[0-9]+")
                    ? new Read(new Ordinal(Integer.parseInt(token.word())), at + 2)
                    : null;
        }
        return entry("ordinal", at, value -> new Ordinal(Integer.parseInt(value)));
    }

    /** A date in digits: the year first, or the day first. */
    private @Nullable Read iso(int at) {
        String[] sides = tokens.get(at).word().split("[-/.]");
        if (sides.length != 3 || !String.join("", sides).chars().allMatch(Character::isDigit)) {
            return null;
        }
        int first = Integer.parseInt(sides[0].length() > 4 ? "0" : sides[0]);
        int last = Integer.parseInt(sides[2].length() > 4 ? "0" : sides[2]);
        int month = Integer.parseInt(sides[1].length() > 2 ? "0" : sides[1]);
        Day day = first > 999 ? Calendar.of(first, month, last) : last > 999 ? Calendar.of(last, month, first) : null;
        return day == null ? null : new Read(day, at + 1);
    }

    private @Nullable Read dayMonth(int at) {
        String[] sides = tokens.get(at).word().split("[/.]", -1);
        if (sides.length != 2 || !tokens.get(at).word().matches("[0-9]{1,2}[/.][0-9]{1,2}")) {
            return null;
        }
        int month = Integer.parseInt(sides[1]);
        return month < 1 || month > 12
                ? null
                : new Read(new DayMonth(Integer.parseInt(sides[0]), Month.of(month)), at + 1);
    }
}
