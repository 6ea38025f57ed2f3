package com.eindr.shared;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An amount in whole minor units of one currency, such as 500000 paisa for 5000.00 PKR. Currencies never merge.
 *
 * @param minor minor units; how many make one of the currency is the currency's own business
 * @param currency of ISO 4217
 */
public record Money(long minor, Currency currency) {
    /** The most that one debt or settlement can be about, in minor units. */
    public static final long MOST = 1_000_000_000_000_000L;

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,16}(\\.[0-9]{1,4})?");

    /** Those that some country pays with today; ISO 4217 has had many more, and codes for gold and for testing. */
    private static final Set<Currency> IN_USE = Stream.of(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(currency -> currency != null && currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableSet());

    public Money {
        requireNonNull(currency, "currency");
    }

    /**
     * A currency that is paid with.
     *
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the code
     */
    public static Currency currency(String code) {
        return IN_USE.stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be the ISO 4217 code of a currency that is paid with, such as PKR"));
    }

    /**
     * An amount above zero, as people write it for programs: digits, and a point before the minor units.
     *
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the amount
     */
    public static Money positive(String text, Currency currency) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("must be digits with a point before the minor units, such as 5000.00");
        }
        int digits = currency.getDefaultFractionDigits();
        int point = text.indexOf('.');
        if (point >= 0 && text.length() - point - 1 > digits) {
            throw new IllegalArgumentException("has more decimals than " + currency + " has: " + digits);
        }
        BigDecimal minor = new BigDecimal(text).movePointRight(digits);
        if (minor.signum() == 0) {
            throw new IllegalArgumentException("must be more than zero");
        }
        if (minor.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new IllegalArgumentException("must not be more than " + new Money(MOST, currency).text());
        }
        return new Money(minor.longValueExact(), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /** The amount in the currency's own unit with all its decimals, without the currency: {@code 5000.00}. */
    public String text() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    @Override
    public String toString() {
        return text() + " " + currency.getCurrencyCode();
    }
}
