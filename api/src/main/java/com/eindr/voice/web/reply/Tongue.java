package com.eindr.voice.web.reply;

import com.eindr.shared.Money;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.IntegerWidth;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.TrailingZeroDisplay;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one language says things, as they are used to it in one country: sentences from the bundle, days, times, lists and
 * amounts from CLDR. Nothing of it changes, so that all threads may speak at once.
 */
final class Tongue {
    /** Any Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private static final String[] SKELETONS = {"j", "jmm", "MMMMd", "MMMMEEEEd", "yMMMMEEEEd"};

    private final Map<String, String> messages;
    private final ULocale locale;
    private final Map<String, String> patterns = new HashMap<>();
    private final ListFormatter and;
    private final ListFormatter or;
    private final PluralRules plurals;
    private final LocalizedNumberFormatter numbers;

    /** @param messages by key, as {@link MessageFormat} reads them */
    Tongue(Map<String, String> messages, ULocale locale) {
        this.messages = Map.copyOf(messages);
        // Some countries' first calendar is another, and reminders are of the Gregorian.
        this.locale = locale.setKeywordValue("calendar", "gregorian");
        DateTimePatternGenerator generator = DateTimePatternGenerator.getInstance(this.locale);
        for (String skeleton : SKELETONS) {
            patterns.put(skeleton, generator.getBestPattern(skeleton));
        }
        this.and = ListFormatter.getInstance(locale, ListFormatter.Type.AND, ListFormatter.Width.WIDE);
        this.or = ListFormatter.getInstance(locale, ListFormatter.Type.OR, ListFormatter.Width.WIDE);
        this.plurals = PluralRules.forLocale(locale);
        this.numbers = NumberFormatter.withLocale(locale);
    }

    String say(String key) {
        return say(key, Map.of());
    }

    /**
     * A message with its arguments. What people wrote belongs into an argument, never into a message.
     *
     * @throws IllegalArgumentException if no message has this key
     */
    String say(String key, Map<String, ?> arguments) {
        String pattern = messages.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message is called " + key);
        }
        Map<String, Object> named = new HashMap<>(arguments);
        return new MessageFormat(pattern, locale).format(named);
    }

    boolean has(String key) {
        return messages.containsKey(key);
    }

    /** What somebody wrote, ready to stand in a sentence of this language. */
    String quoted(String text) {
        return Quotation.of(text, locale.isRightToLeft());
    }

    String and(List<String> things) {
        return and.format(things);
    }

    String or(List<String> things) {
        return or.format(things);
    }

    /** The name of a day of the week, as it stands alone. */
    String weekday(DayOfWeek day) {
        return formatted("EEEE", MONDAY.with(TemporalAdjusters.nextOrSame(day)).atStartOfDay());
    }

    /** A day of any year. */
    String dayOfYear(LocalDate date) {
        return formatted(pattern("MMMMd"), date.atStartOfDay());
    }

    /** A day with its weekday, and with its year only if it is another than this. */
    String date(LocalDate date, LocalDate today) {
        boolean near = date.getYear() == today.getYear();
        return formatted(pattern(near ? "MMMMEEEEd" : "yMMMMEEEEd"), date.atStartOfDay());
    }

    /** A time of the clock: "7 PM", "19:30". */
    String time(LocalTime time) {
        LocalDateTime at = MONDAY.atTime(time);
        return say("time", clock(at));
    }

    /** The same with what leads it: "at 7 PM". */
    String at(LocalTime time) {
        Map<String, Object> arguments = clock(MONDAY.atTime(time));
        arguments.put("time", say("time", arguments));
        return say("at", arguments);
    }

    private Map<String, Object> clock(LocalDateTime at) {
        boolean halves = pattern("jmm").contains("h") || pattern("jmm").contains("K");
        boolean round = at.getMinute() == 0;
        int hour = halves ? (at.getHour() + 11) % 12 + 1 : at.getHour();
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("form", (round ? "round" : "exact") + (halves ? "12" : "24"));
        arguments.put("short", formatted(pattern("j"), at));
        arguments.put("long", formatted(pattern("jmm"), at));
        arguments.put("hour", hour);
        arguments.put(
                "minute",
                numbers.integerWidth(IntegerWidth.zeroFillTo(2))
                        .format(at.getMinute())
                        .toString());
        arguments.put("h24", at.getHour());
        arguments.put("part", formatted("BBBB", at));
        arguments.put("word", formatted("B", at));
        return arguments;
    }

    /** An amount with the name of its currency: "20.50 euros". The sign is dropped; sentences say who owes whom. */
    String money(Money money) {
        String code = money.currency().getCurrencyCode();
        int digits = money.currency().getDefaultFractionDigits();
        FormattedNumber amount = numbers.precision(
                        Precision.fixedFraction(digits).trailingZeroDisplay(TrailingZeroDisplay.HIDE_IF_WHOLE))
                .format(BigDecimal.valueOf(money.minor(), digits).abs());
        String many = plurals.select(amount);
        String name = Currency.getInstance(code).getName(locale, Currency.PLURAL_LONG_NAME, many, null);
        return say("money", Map.of("amount", blanks(amount.toString()), "currency", name, "code", code, "many", many));
    }

    /** A sentence that may begin with a word of ours. */
    String capital(String sentence) {
        int first = 0;
        while (first < sentence.length() && !Character.isLetterOrDigit(sentence.codePointAt(first))) {
            first += Character.charCount(sentence.codePointAt(first));
        }
        if (first == sentence.length()) {
            return sentence;
        }
        int end = first + Character.charCount(sentence.codePointAt(first));
        return sentence.substring(0, first)
                + UCharacter.toTitleCase(locale, sentence.substring(first, end), null)
                + sentence.substring(end);
    }

    /** How a zone is called: its city, or what it differs from Greenwich where it has none. */
    String zone(java.time.ZoneId zone, java.time.Instant at) {
        return ZoneNames.of(zone, at, locale, this);
    }

    private String pattern(String skeleton) {
        return patterns.getOrDefault(skeleton, skeleton);
    }

    private String formatted(String pattern, LocalDateTime at) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, locale);
        format.setCalendar(new GregorianCalendar(TimeZone.GMT_ZONE, locale));
        return blanks(format.format(Date.from(at.toInstant(ZoneOffset.UTC))));
    }

    /** Typesetters' blanks are read out by some voices, and searched for by nobody. */
    private static String blanks(String text) {
        return text.replace('\u202F', ' ').replace('\u00A0', ' ');
    }

    @Override
    public String toString() {
        return locale.toLanguageTag().toLowerCase(Locale.ROOT);
    }
}
