package com.eindr.voice.command;

import com.eindr.shared.Money;
import com.eindr.voice.command.Matching.Read;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads amounts of money: in digits or words, with a currency before or after, or none. */
record Amounts(Lexicon lexicon, List<Token> tokens, Numbers numbers) {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("$", "USD CAD AUD NZD SGD HKD MXN"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP EGP"),
            Map.entry("₹", "INR"),
            Map.entry("₺", "TRY"),
            Map.entry("¥", "JPY CNY"),
            Map.entry("₨", "PKR INR LKR NPR"),
            Map.entry("₽", "RUB"));
    private static final List<String> CODES = List.of(
            "pkr", "inr", "usd", "eur", "gbp", "aed", "sar", "brl", "chf", "cad", "aud", "egp", "jpy", "bdt", "qar");

    /**
     * What was said.
     *
     * @param hundredths of the currency's own unit
     * @param currencies ISO 4217 codes that its name may stand for, the commonest first; empty where none was named
     */
    record Amount(long hundredths, List<String> currencies) {

        /** In the speaker's own currency, unless another was named; null where nobody could have so much. */
        @Nullable
        Money money(Currency own) {
            Currency currency = currencies.isEmpty() || currencies.contains(own.getCurrencyCode())
                    ? own
                    : Currency.getInstance(currencies.getFirst());
            long minor = hundredths;
            for (int digits = currency.getDefaultFractionDigits(); digits > 2; digits--) {
                minor *= 10;
            }
            for (int digits = currency.getDefaultFractionDigits(); digits < 2; digits++) {
                minor /= 10;
            }
            return minor > 0 && minor <= Money.MOST ? new Money(minor, currency) : null;
        }
    }

    @Nullable
    Read at(int said) {
        // A thousand, another 200, the full one thousand: the little words are not the amount.
        int from = said;
        for (Read lead = lead(from); lead != null && lead.end() < tokens.size(); lead = lead(from)) {
            from = lead.end();
        }
        Read read = bare(from);
        for (Read other = read == null ? null : corrected(read); other != null; other = corrected(other)) {
            read = other;
        }
        Read tail =
                read == null || read.end() >= tokens.size() ? null : lexicon.entry("amounttail", tokens, read.end());
        return read == null || tail == null ? read : new Read(read.value(), tail.end());
    }

    /** Thirty, no wait, thirty-five dollars: what is said instead. */
    private @Nullable Read corrected(Read read) {
        int at = read.end();
        Read word;
        while (at < tokens.size() && (word = lexicon.entry("correction", tokens, at)) != null) {
            at = word.end();
        }
        return at > read.end() && at < tokens.size() ? bare(at) : null;
    }

    private @Nullable Read lead(int at) {
        return lexicon.entry("amountlead", tokens, at);
    }

    private @Nullable Read bare(int from) {
        Read before = currency(from);
        Read number =
                before == null ? numbers.at(from) : before.end() < tokens.size() ? numbers.at(before.end()) : null;
        if (number == null || (Long) number.value() <= 0) {
            return null;
        }
        long hundredths = (Long) number.value();
        if (before != null) {
            return new Read(new Amount(hundredths, codes(before)), number.end());
        }
        Read after = currencyAfter(number.end());
        if (after == null) {
            // Twelve fifty, in words.
            Read spoken = tokens.get(from).isNumber() || hundredths >= 100 * Numbers.ONE ? null : cents(number.end());
            if (spoken != null) {
                return new Read(new Amount(hundredths + (Long) spoken.value(), List.of()), spoken.end());
            }
            return new Read(new Amount(hundredths, List.of()), number.end());
        }
        // Twelve euros fifty: what follows the currency is its hundredths.
        Read cents = hundredths % Numbers.ONE == 0 ? cents(after.end()) : null;
        return cents == null
                ? new Read(new Amount(hundredths, codes(after)), after.end())
                : new Read(new Amount(hundredths + (Long) cents.value(), codes(after)), cents.end());
    }

    private @Nullable Read cents(int at) {
        int next = at < tokens.size() && lexicon.has("and", tokens.get(at).word()) ? at + 1 : at;
        Read read = next < tokens.size() && !tokens.get(next).apart() ? numbers.at(next) : null;
        if (read == null) {
            return null;
        }
        long cents = (Long) read.value() / Numbers.ONE;
        boolean named = read.end() < tokens.size()
                && lexicon.has("cents", tokens.get(read.end()).word());
        boolean fits = cents < 100 && (Long) read.value() % Numbers.ONE == 0 && (named || (next == at && cents >= 10));
        return fits ? new Read(cents, named ? read.end() + 1 : read.end()) : null;
    }

    private @Nullable Read currency(int at) {
        if (at >= tokens.size()) {
            return null;
        }
        String word = tokens.get(at).word();
        String sign = SIGNS.get(word);
        if (sign != null) {
            return new Read(sign, at + 1);
        }
        if (CODES.contains(word)) {
            return new Read(word.toUpperCase(Locale.ROOT), at + 1);
        }
        return lexicon.entry("currency", tokens, at);
    }

    /** Twenty dollars, or twenty in dollars. */
    private @Nullable Read currencyAfter(int at) {
        boolean joined =
                at < tokens.size() && lexicon.has("amountjoin", tokens.get(at).word());
        return currency(joined ? at + 1 : at);
    }

    private static List<String> codes(Read read) {
        return Arrays.asList(((String) read.value()).split(" ", -1));
    }
}
