package com.eindr.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.voice.Intent;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Languages in which endings say who does what, and verbs where a command ends. */
class VerbAtTheEndTest {
    private static List<Understanding> heard(String language, String text, String... people) {
        return Listener.hear(text, language, Listener.NOW, people).intents();
    }

    private static List<String> titles(String language, String text) {
        return heard(language, text).stream()
                .map(Understanding::slots)
                .map(slots -> slots.title() + " " + slots.start())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "tr, konser bileti için bin lira borçlu burak bana, konser bileti",
        "tr, burak bana konser bileti için bin lira borçlu, konser bileti",
        "hi, burak पर मेरे हज़ार निकलते हैं टिकट के, टिकट",
        "hi, टिकट के लिए burak ने मुझसे हज़ार उधार लिए, टिकट",
        "ur, burak کی طرف میرے ہزار روپے بنتے ہیں پیزا کے, پیزا"
    })
    void a_debt_is_told_in_any_order(String language, String text, String content) {
        Slots slots = heard(language, text, "burak").getFirst().slots();

        assertThat(slots.counterparty()).isEqualTo("burak");
        assertThat(slots.owedToMe()).isTrue();
        assertThat(Objects.requireNonNull(slots.amount()).minor()).isEqualTo(100_000);
        assertThat(slots.content()).isEqualTo(content);
    }

    @Test
    void a_verb_ends_a_command_and_another_follows_without_a_joint() {
        assertThat(heard("tr", "birincisi tamam ikincisini yarın sabah dokuza al üçüncüyü de sil"))
                .extracting(Understanding::intent)
                .containsExactly(Intent.REMINDER_COMPLETE, Intent.REMINDER_UPDATE, Intent.REMINDER_CANCEL);
    }

    @Test
    void one_verb_reminds_of_several_things_on_the_day_that_was_said_first() {
        assertThat(titles("tr", "yarın sabah dokuzda bankayı on birde kargoyu hatırlat"))
                .containsExactly("bankayı 2026-11-24T09:00", "kargoyu 2026-11-24T11:00");
    }

    @Test
    void that_it_must_be_done_is_no_part_of_what_is_to_be_done() {
        assertThat(titles("ur", "کل صبح نو بجے بل بھرنا ہے یاد دلا دینا")).containsExactly("بل بھرنا 2026-11-24T09:00");
        assertThat(titles("hi", "कल सुबह नौ बजे मेहमान आ रहे हैं याद दिलाना"))
                .containsExactly("मेहमान आ रहे हैं 2026-11-24T09:00");
    }

    @Test
    void who_was_reminded_by_somebody_asks_for_nothing() {
        assertThat(heard("ar", "مديري ذكرني بالعرض اليوم"))
                .extracting(Understanding::intent)
                .containsExactly(Intent.UNKNOWN);
    }
}
