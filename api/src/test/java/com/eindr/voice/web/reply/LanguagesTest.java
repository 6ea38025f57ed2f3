package com.eindr.voice.web.reply;

import static com.eindr.voice.web.reply.Spoken.BERLIN;
import static com.eindr.voice.web.reply.Spoken.money;
import static com.eindr.voice.web.reply.Spoken.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.voice.Intent;
import com.eindr.voice.web.deed.Result.DebtRecorded;
import com.eindr.voice.web.deed.Result.DebtSettled;
import com.eindr.voice.web.deed.Result.Item;
import com.eindr.voice.web.deed.Result.LockedByPlan;
import com.eindr.voice.web.deed.Result.NoteWritten;
import com.eindr.voice.web.deed.Result.ReminderSet;
import com.eindr.voice.web.deed.Result.RemindersCancelled;
import com.eindr.voice.web.deed.Result.Undone;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said in the languages beside English, written by hand. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de    | 2026-11-23T19:00 | Erinnerung erstellt: X, heute um 19 Uhr.
        de    | 2026-11-27T07:05 | Erinnerung erstellt: X, am Freitag um 7:05 Uhr.
        de    | 2027-01-01T09:00 | Erinnerung erstellt: X, am Freitag, 1. Januar 2027 um 9 Uhr.
        fr    | 2026-11-24T09:30 | Rappel créé : X, demain à 9 h 30.
        fr    | 2026-12-08T19:00 | Rappel créé : X, le mardi 8 décembre à 19 h.
        es    | 2026-11-24T01:00 | Recordatorio creado: X, mañana a la 1:00.
        es    | 2026-11-27T13:30 | Recordatorio creado: X, el viernes a las 13:30.
        es-MX | 2026-11-27T13:00 | Recordatorio creado: X, el viernes a la 1 p.m.
        pt    | 2026-11-27T09:00 | Lembrete criado: X, na sexta-feira às 9h.
        pt    | 2026-11-28T09:15 | Lembrete criado: X, no sábado às 9h15.
        pt-PT | 2026-12-01T09:15 | Lembrete criado: X, na terça-feira, 1 de dezembro às 9h15.
        tr    | 2026-11-23T19:00 | Hatırlatıcı kuruldu: X, bugün saat 19:00.
        tr    | 2026-12-01T09:00 | Hatırlatıcı kuruldu: X, 1 Aralık Salı günü saat 09:00.
        ar    | 2026-11-24T09:00 | تم ضبط التذكير: \u2068X\u2069، غدًا الساعة 9 صباحًا.
        ar    | 2026-11-27T19:30 | تم ضبط التذكير: \u2068X\u2069، يوم الجمعة الساعة 7:30 مساءً.
        ar-EG | 2026-11-24T00:00 | تم ضبط التذكير: \u2068X\u2069، غدًا الساعة ١٢ منتصف الليل.
        ur    | 2026-11-24T09:00 | یاد دہانی لگا دی گئی: \u2068X\u2069، کل صبح 9 بجے۔
        ur    | 2026-11-27T19:30 | یاد دہانی لگا دی گئی: \u2068X\u2069، جمعہ کو شام 7:30 بجے۔
        hi    | 2026-11-24T09:00 | रिमाइंडर लगा दिया गया: X, कल सुबह 9 बजे।
        hi    | 2026-12-01T19:30 | रिमाइंडर लगा दिया गया: X, मंगलवार, 1 दिसंबर को शाम 7:30 बजे।
        """)
    void days_and_times_are_those_of_the_language(String language, String start, String reply) {
        assertThat(new Spoken(language).set("X", start)).isEqualTo(reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | FREQ=DAILY                          | jeden Tag um 7 Uhr, ab morgen.
        de | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU     | jeden zweiten Dienstag um 7 Uhr, ab morgen.
        de | FREQ=MONTHLY;BYMONTHDAY=1,15        | am 1. und 15. jedes Monats um 7 Uhr, ab morgen.
        de | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | am letzten Arbeitstag jedes Monats um 7 Uhr, ab morgen.
        de | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1 | jedes Jahr am 1. Dezember um 7 Uhr, ab morgen.
        fr | FREQ=WEEKLY;BYDAY=MO,FR             | chaque lundi et vendredi à 7 h, à partir de demain.
        fr | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU     | un mardi sur deux à 7 h, à partir de demain.
        fr | FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR  | toutes les 3 semaines, le lundi et le vendredi à 7 h, à partir de demain.
        fr | FREQ=MONTHLY;BYMONTHDAY=1,15        | le 1er et le 15 de chaque mois à 7 h, à partir de demain.
        fr | FREQ=DAILY;UNTIL=20261224           | chaque jour à 7 h, à partir de demain, jusqu'au jeudi 24 décembre.
        es | FREQ=WEEKLY;BYDAY=MO,FR             | cada lunes y viernes a las 7:00, a partir de mañana.
        es | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR  | cada dos semanas, el lunes y el viernes a las 7:00, a partir de mañana.
        es | FREQ=MONTHLY;BYDAY=-1FR             | el último viernes de cada mes a las 7:00, a partir de mañana.
        es | FREQ=DAILY;COUNT=10                 | cada día a las 7:00, a partir de mañana, 10 veces.
        pt | FREQ=WEEKLY;BYDAY=MO,SA             | toda segunda-feira e todo sábado às 7h, a partir de amanhã.
        pt | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU     | a cada duas semanas, na terça-feira às 7h, a partir de amanhã.
        pt | FREQ=MONTHLY;BYDAY=1MO              | na primeira segunda-feira de cada mês às 7h, a partir de amanhã.
        pt | FREQ=MONTHLY;BYDAY=-1SA             | no último sábado de cada mês às 7h, a partir de amanhã.
        tr | FREQ=DAILY                          | her gün saat 07:00, yarından itibaren.
        tr | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU     | iki haftada bir Salı günü saat 07:00, yarından itibaren.
        tr | FREQ=MONTHLY;BYDAY=-1FR             | her ayın son Cuma günü saat 07:00, yarından itibaren.
        tr | FREQ=MONTHLY;BYMONTHDAY=1,15        | her ayın 1. ve 15. günü saat 07:00, yarından itibaren.
        ar | FREQ=DAILY                          | كل يوم الساعة 7 صباحًا، ابتداءً من الغد.
        ar | FREQ=DAILY;INTERVAL=2               | كل يومين الساعة 7 صباحًا، ابتداءً من الغد.
        ar | FREQ=DAILY;INTERVAL=3               | كل 3 أيام الساعة 7 صباحًا، ابتداءً من الغد.
        ar | FREQ=DAILY;INTERVAL=11              | كل 11 يومًا الساعة 7 صباحًا، ابتداءً من الغد.
        ar | FREQ=WEEKLY;BYDAY=MO,TH             | كل اثنين وخميس الساعة 7 صباحًا، ابتداءً من الغد.
        ar | FREQ=MONTHLY;BYDAY=-1FR             | يوم الجمعة الأخير من كل شهر الساعة 7 صباحًا، ابتداءً من الغد.
        ur | FREQ=WEEKLY;BYDAY=MO,TH             | ہر پیر اور جمعرات کو صبح 7 بجے، کل سے۔
        ur | FREQ=MONTHLY;BYDAY=1TH              | ہر مہینے پہلی جمعرات کو صبح 7 بجے، کل سے۔
        ur | FREQ=DAILY;INTERVAL=2;UNTIL=20261224 | ہر دوسرے دن صبح 7 بجے، کل سے، جمعرات، 24 دسمبر تک۔
        hi | FREQ=WEEKLY;BYDAY=MO,FR             | हर सोमवार और शुक्रवार को सुबह 7 बजे, कल से।
        hi | FREQ=MONTHLY;BYDAY=-1FR             | हर महीने के आख़िरी शुक्रवार को सुबह 7 बजे, कल से।
        hi | FREQ=DAILY;COUNT=1                  | हर दिन सुबह 7 बजे, कल से, एक बार।
        """)
    void what_repeats_is_said_in_the_words_of_the_language(String language, String rule, String words) {
        assertThat(new Spoken(language).repeats(rule)).endsWith(" " + words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | Ortszeit Berlin.
        fr | heure locale à Berlin.
        es | hora de Berlín.
        pt | horário de Berlim.
        tr | Berlin saatiyle.
        ar | بتوقيت برلين.
        ur | برلن کے وقت کے مطابق۔
        hi | बर्लिन के समय के अनुसार।
        """)
    void a_zone_is_that_of_its_city(String language, String zone) {
        Item item = new Item("X", when("2026-11-24T09:00", BERLIN, null));

        assertThat(new Spoken(language).reply(new ReminderSet(item))).endsWith(" " + zone);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | 0   | Es gab nichts zu löschen.
        de | 1   | Gelöscht: X.
        de | 2   | 2 Erinnerungen gelöscht: X und X.
        fr | 0   | Il n'y avait rien à annuler.
        fr | 1   | Annulé : X.
        fr | 7   | 7 rappels annulés : X, X, X, X, X et encore 2.
        es | 0   | No había nada que cancelar.
        es | 6   | 6 recordatorios cancelados: X, X, X, X, X y uno más.
        pt | 1   | Cancelado: X.
        pt | 2   | 2 lembretes cancelados: X e X.
        tr | 0   | İptal edilecek bir şey yoktu.
        tr | 1   | İptal edildi: X.
        tr | 2   | 2 hatırlatıcı iptal edildi: X ve X.
        ar | 0   | لا يوجد ما يُلغى.
        ar | 1   | تم الإلغاء: \u2068X\u2069.
        ar | 2   | تم إلغاء تذكيرين: \u2068X\u2069 و\u2068X\u2069.
        ur | 2   | 2 یاد دہانیاں منسوخ: \u2068X\u2069 اور \u2068X\u2069۔
        hi | 0   | रद्द करने को कुछ नहीं था।
        hi | 1   | रद्द किया गया: X।
        hi | 2   | 2 रिमाइंडर रद्द किए गए: X और X।
        """)
    void things_are_counted_as_the_language_counts(String language, int count, String reply) {
        assertThat(new Spoken(language).reply(new RemindersCancelled(Collections.nCopies(count, "X"))))
                .isEqualTo(reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ar | 0   | لا يوجد ما يُتراجع عنه.
        ar | 1   | تم التراجع.
        ar | 2   | تم التراجع عن أمرين.
        ar | 3   | تم التراجع عن 3 أمور.
        ar | 11  | تم التراجع عن 11 أمرًا.
        ar | 100 | تم التراجع عن 100 أمر.
        tr | 5   | Geri alındı: 5 şey eski hâline döndü.
        hi | 5   | वापस ले लिया गया: 5 चीज़ें पहले जैसी हैं।
        """)
    void each_plural_has_its_form(String language, int count, String reply) {
        assertThat(new Spoken(language).reply(new Undone(count))).isEqualTo(reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | Du hast heute keine Erinnerungen.          | Du hast heute eine Erinnerung: A, um 19 Uhr.
        fr | Tu n'as aucun rappel aujourd'hui.          | Tu as un rappel aujourd'hui : A, à 19 h.
        es | No tienes recordatorios hoy.               | Tienes un recordatorio hoy: A, a las 19:00.
        pt | Você não tem lembretes hoje.               | Você tem um lembrete hoje: A, às 19h.
        tr | Programında bugün hatırlatıcı yok.         | Programında bugün bir hatırlatıcı var: A, saat 19:00.
        ar | ليس لديك أي تذكير اليوم.                   | لديك تذكير واحد اليوم: \u2068A\u2069، الساعة 7 مساءً.
        ur | آج کوئی یاد دہانی نہیں ہے۔                 | آج ایک یاد دہانی ہے: \u2068A\u2069، شام 7 بجے۔
        hi | आज कोई रिमाइंडर नहीं है।                     | आज एक रिमाइंडर है: A, शाम 7 बजे।
        """)
    void a_list_names_its_window(String language, String none, String one) {
        assertThat(new Spoken(language).list(0)).isEqualTo(none);
        assertThat(new Spoken(language).list(1)).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | Eingetragen: Saad schuldet dir 5.000 Pakistanische Rupien. | Eingetragen: du hast Saad 20,50 Euro gezahlt.
        fr | Enregistré : Saad te doit 5 000 roupies pakistanaises.     | Enregistré : tu as payé 20,50 euros à Saad.
        es | Registrado: Saad te debe 5000 rupias pakistaníes.          | Registrado: le pagaste 20,50 euros a Saad.
        pt | Registrado: Saad deve 5.000 Rupias paquistanesas a você.   | Registrado: você pagou 20,50 Euros a Saad.
        tr | Kaydedildi: Saad sana 5.000 Pakistan rupisi borçlu.        | Kaydedildi: Saad adlı kişiye 20,50 Euro ödedin.
        ar | تم التسجيل: لك عند \u2068Saad\u2069 5,000 روبية باكستانية.            | تم التسجيل: دفعت 20.50 يورو إلى \u2068Saad\u2069.
        ur | درج کر لیا: \u2068Saad\u2069 کو آپ کے 5,000 پاکستانی روپے دینے ہیں۔    | درج کر لیا: آپ نے \u2068Saad\u2069 کو 20.50 یورو ادا کیے۔
        hi | दर्ज कर लिया: Saad को आपके 5,000 पाकिस्तानी रुपए देने हैं।     | दर्ज कर लिया: आपने Saad को 20.50 यूरो चुकाए।
        """)
    void amounts_are_said_in_figures_and_names_of_the_language(String language, String owed, String paid) {
        Spoken spoken = new Spoken(language);

        assertThat(spoken.reply(new DebtRecorded("Saad", true, money("5000", "PKR"), false)))
                .isEqualTo(owed);
        assertThat(spoken.reply(new DebtSettled("Saad", false, money("20.50", "EUR"), false)))
                .isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | Notiert: X.     | Das ist in deinem Tarif nicht enthalten, aber im Tarif Pro.
        fr | Noté : X.       | Ton abonnement ne comprend pas cela. L'abonnement Pro le comprend.
        es | Anotado: X.     | Tu plan no incluye eso. El plan Pro, sí.
        pt | Anotado: X.     | Seu plano não inclui isso. O plano Pro inclui.
        tr | Not edildi: X.  | Aboneliğin bunu kapsamıyor. Pro aboneliği kapsıyor.
        ar | تم التدوين: \u2068X\u2069. | خطتك لا تشمل ذلك، وتشمله خطة \u2068Pro\u2069.
        ur | لکھ لیا: \u2068X\u2069۔    | آپ کے پلان میں یہ شامل نہیں، \u2068Pro\u2069 پلان میں ہے۔
        hi | लिख लिया: X।    | आपके प्लान में यह शामिल नहीं है, Pro प्लान में है।
        """)
    void a_plan_is_named(String language, String note, String locked) {
        Spoken spoken = new Spoken(language);

        assertThat(spoken.reply(new NoteWritten("X"))).isEqualTo(note);
        assertThat(spoken.reply(new LockedByPlan(Intent.NOTE_CREATE, Plan.PRO))).isEqualTo(locked);
    }
}
