package com.eindr.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.shared.Money;
import com.eindr.voice.Understanding;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersPropertyTest {
    private static final String[] SMALL = {
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    @Property
    void an_amount_in_english_words_is_the_number_that_was_spelt(
            @ForAll @IntRange(min = 1, max = 9_999_999) int number, @ForAll boolean and) {
        assertThat(amount("ana owes me " + spelt(number, and) + " rupees")).isEqualTo(number + ".00");
    }

    @Property
    void an_amount_in_digits_is_the_same_with_and_without_separators(
            @ForAll @IntRange(min = 1, max = 99_999_999) int number) {
        assertThat(amount("ana owes me " + number)).isEqualTo(number + ".00");
        assertThat(amount("ana owes me " + String.format(Locale.ENGLISH, "%,d", number)))
                .isEqualTo(number + ".00");
        assertThat(amount("ana owes me " + String.format(Locale.GERMAN, "%,d", number)))
                .isEqualTo(number + ".00");
    }

    @Property
    void cents_are_kept(@ForAll @IntRange(max = 999_999) int whole, @ForAll @IntRange(min = 1, max = 99) int cents) {
        String text = whole + "." + String.format(Locale.ROOT, "%02d", cents);

        assertThat(amount("ana owes me " + text)).isEqualTo(text);
        assertThat(amount("ana owes me " + text.replace('.', ','))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "en, ana owes me 2 lakh, 200000.00",
        "en, ana owes me one and a half, 1.00",
        "en, ana owes me 3 crore, 30000000.00",
        "en, ana owes me 2.5k, 2500.00",
        "de, ana schuldet mir hundertfünfundzwanzig, 125.00",
        "de, ana schuldet mir zweitausenddreihundert, 2300.00",
        "fr, ana me doit quatre-vingt-dix-sept, 97.00",
        "fr, ana me doit soixante et onze, 71.00",
        "es, ana me debe mil doscientos treinta y cinco, 1235.00",
        "pt, ana me deve duzentos e trinta e quatro, 234.00",
        "tr, ana bana iki bin beş yüz borçlu, 2500.00",
        "hi, ana को मुझे साढ़े तीन हज़ार देने हैं, 3500.00",
        "ur, ana نے میرے ڈیڑھ لاکھ دینے ہیں, 150000.00",
        "ar, ana مدين لي خمسة وثلاثين, 35.00"
    })
    void amounts_are_read_in_every_language(String language, String text, String amount) {
        assertThat(amount(Listener.hear(text, language, Listener.NOW, "Ana")
                        .intents()
                        .getFirst()))
                .isEqualTo(amount);
    }

    private static String amount(String text) {
        return amount(Listener.only(text, "Ana"));
    }

    private static String amount(Understanding understood) {
        Money amount = understood.slots().amount();
        return amount == null ? "none in " + understood : amount.text();
    }

    /** Our own reference, which is as naive as a speller can be. */
    private static String spelt(int number, boolean and) {
        StringBuilder words = new StringBuilder();
        if (number >= 1_000_000) {
            words.append(spelt(number / 1_000_000, and)).append(" million ");
        }
        int thousands = number / 1000 % 1000;
        if (thousands > 0) {
            words.append(spelt(thousands, and)).append(" thousand ");
        }
        int rest = number % 1000;
        if (rest >= 100) {
            words.append(SMALL[rest / 100]).append(" hundred ");
        }
        int below = rest % 100;
        if (below > 0) {
            words.append(and && number >= 100 ? "and " : "");
            words.append(below < 20 ? SMALL[below] : TENS[below / 10] + " " + SMALL[below % 10]);
        }
        return words.toString().strip();
    }
}
