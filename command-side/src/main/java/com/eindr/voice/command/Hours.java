package com.eindr.voice.command;

import com.eindr.voice.command.Matching.Read;
import com.eindr.voice.command.Reading.Hour;
import com.eindr.voice.command.Reading.Quantity;
import com.eindr.voice.command.TimeAtom.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the hours of the clock, in digits and in words. */
record Hours(Lexicon lexicon, List<Token> tokens, Numbers numbers) {
    private static final int DAY = 24 * 60;

    /** An hour with a name of its own, as some languages have. */
    @Nullable
    Read named(int at) {
        Read read = lexicon.entry("hour", tokens, at);
        return read == null
                ? null
                : new Read(new Hour(Integer.parseInt((String) read.value()) * 60, false), read.end());
    }

    @Nullable
    Read hour(int at) {
        Read named = named(at);
        Read read = named == null ? plainHour(at) : named;
        return read != null && isHourMark(read.end()) ? new Read(read.value(), read.end() + 1) : read;
    }

    private @Nullable Read plainHour(int at) {
        String word = tokens.get(at).word();
        Read number = tokens.get(at).isNumber()
                ? word.length() > 2 ? null : new Read(Long.parseLong(word) * Numbers.ONE, at + 1)
                : numbers.at(at);
        if (number == null) {
            return null;
        }
        long minutes = (Long) number.value() * 60 / Numbers.ONE;
        return minutes > DAY
                ? null
                : new Read(new Hour((int) minutes, minutes >= 13 * 60 || word.startsWith("0")), number.end());
    }

    /** Hours and minutes in one number: 1630, nineteen hundred, oh eight hundred hours; no sum of money, and no year. */
    @Nullable
    Read military(int at) {
        boolean zero = lexicon.has("zeroes", tokens.get(at).word());
        int from = zero ? at + 1 : at;
        Read number = from < tokens.size() ? numbers.at(from) : null;
        if (number == null) {
            return null;
        }
        String word = tokens.get(from).word();
        boolean digits = tokens.get(from).isNumber();
        int value = (int) Math.min((Long) number.value() / Numbers.ONE, 9999);
        int end = number.end();
        boolean hours =
                end < tokens.size() && lexicon.has("hoursmark", tokens.get(end).word());
        boolean money = !hours && end < tokens.size() && lexicon.entry("currency", tokens, end) != null;
        boolean shape = digits ? word.matches("[0-9]{3,4}") : value % 100 == 0 && value >= 100;
        boolean led = zero || word.startsWith("0");
        boolean sure = led || hours || value >= 1300 || value % 100 != 0;
        boolean year = digits && value > 2020 && value < 2040 && value % 15 != 0;
        if (!shape || !sure || money || year || value > 2400 || value % 100 > 59) {
            return null;
        }
        boolean exact = led || hours || value >= 1300;
        return new Read(new Clock((value / 100 * 60 + value % 100) % DAY, exact), hours ? end + 1 : end);
    }

    private boolean isHourMark(int at) {
        return at < tokens.size() && lexicon.has("hourmark", tokens.get(at).word());
    }

    /** Digits that can be nothing else. */
    @Nullable
    Read digital(int at) {
        return tokens.get(at).isNumber() && isDigital(at) ? clock(at) : null;
    }

    private boolean isDigital(int at) {
        return tokens.get(at).word().indexOf(':') > 0 || isHourMark(at + 1);
    }

    @Nullable
    Read clock(int at) {
        Token token = tokens.get(at);
        String[] sides = token.isNumber() ? token.word().split("[:.]") : new String[0];
        if (sides.length == 2 && sides[0].length() <= 2 && sides[1].length() == 2) {
            int hour = Integer.parseInt(sides[0]);
            int minute = Integer.parseInt(sides[1]);
            boolean exact = hour == 0 || hour >= 13 || sides[0].startsWith("0");
            int end = isHourMark(at + 1) ? at + 2 : at + 1;
            return hour > 24 || minute > 59 ? null : new Read(new Clock((hour * 60 + minute) % DAY, exact), end);
        }
        Read read = hour(at);
        if (read == null) {
            return null;
        }
        Hour hour = (Hour) read.value();
        Read minute = hour.minute() % 60 == 0 ? minute(read.end()) : null;
        int minutes = minute == null ? 0 : ((Quantity) minute.value()).whole();
        boolean midnight = hour.minute() == DAY;
        return new Read(
                new Clock((hour.minute() + minutes) % DAY, hour.exact() || midnight),
                minute == null ? read.end() : minute.end());
    }

    /** Minutes said after the hour: fifteen or more in words, two digits, and no other number of something. */
    private @Nullable Read minute(int at) {
        if (at >= tokens.size() || tokens.get(at).apart()) {
            return null;
        }
        Token token = tokens.get(at);
        // Eight oh five.
        boolean zero = lexicon.has("zeroes", token.word()) && at + 1 < tokens.size();
        Read read = token.isNumber() && token.word().length() != 2 ? null : numbers.at(zero ? at + 1 : at);
        if (read == null || (Long) read.value() % Numbers.ONE > 0) {
            return null;
        }
        long minutes = (Long) read.value() / Numbers.ONE;
        boolean fits = zero ? minutes > 0 && minutes < 10 : minutes < 60 && (token.isNumber() || minutes >= 10);
        boolean counts = read.end() < tokens.size()
                && (lexicon.entry("unit", tokens, read.end()) != null
                        || lexicon.entry("month", tokens, read.end()) != null);
        return fits && !counts ? new Read(new Quantity((Long) read.value()), read.end()) : null;
    }
}
