package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What the two of a settlement may show to anybody, over HTTP. */
@EindrTest
class ReceiptsTest {
    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate jdbc;
    private LedgerPerson ana;
    private LedgerPerson ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    ReceiptsTest(ApiClient api, TestClock clock, JdbcTemplate jdbc) {
        this.api = api;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void two_friends() {
        ana = LedgerPerson.named("Ana", api);
        ben = LedgerPerson.named("Ben", api);
        ana.befriend(ben);
        ana.api().patch("me", Map.of("timeZone", "Asia/Karachi")).expect(200);
    }

    @Test
    void a_receipt_says_who_paid_whom_how_much_when_and_where_in_the_log() {
        String id = settled("PKR", "paidAmount", "3.60", "paidCurrency", "USD");
        JsonNode receipt = ana.read("ledger/settlements/" + id + "/receipt");

        assertThat(receipt.path("payer").path("name").asString()).isEqualTo("Ben");
        assertThat(receipt.path("payer").path("userId").asString()).isEqualTo(ben.id());
        assertThat(receipt.path("payee").path("name").asString()).isEqualTo("Ana");
        assertThat(receipt.path("amount").asString() + " "
                        + receipt.path("currency").asString())
                .isEqualTo("1000.00 PKR");
        assertThat(receipt.path("paidAmount").asString() + " "
                        + receipt.path("paidCurrency").asString())
                .isEqualTo("3.60 USD");
        assertThat(receipt.path("rate").asString()).isEqualTo("0.0036");
        assertThat(receipt.path("timeZone").asString()).isEqualTo("Asia/Karachi");
        assertThat(receipt.path("proposed").path("by").asString()).isEqualTo(ben.id());
        assertThat(receipt.path("confirmed").path("by").asString()).isEqualTo(ana.id());
        Instant confirmed = Instant.parse(receipt.path("confirmed").path("at").asString());
        assertThat(confirmed)
                .isAfterOrEqualTo(
                        Instant.parse(receipt.path("proposed").path("at").asString())
                                .plus(Duration.ofHours(1)));
        assertThat(receipt.path("confirmed").path("local").asString()).endsWith("+05:00");
        assertThat(eventAt(receipt, "proposed")).endsWith("SettlementProposed");
        assertThat(eventAt(receipt, "entry")).endsWith("EntryPosted");
        assertThat(eventAt(receipt, "confirmed")).endsWith("SettlementConfirmed");
    }

    @Test
    void the_page_has_the_same_and_is_the_same_bytes_every_time() throws IOException {
        String id = settled("EUR");
        JsonNode receipt = ana.read("ledger/settlements/" + id + "/receipt");
        byte[] page = page(ana, id);
        assertThat(page(ana, id)).isEqualTo(page);
        try (PDDocument read = Loader.loadPDF(page)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Ana", "Ben", "000.00 EUR", "Asia/Karachi", "UTC", id)
                    .contains("#" + receipt.path("proposed").path("position").asLong())
                    .contains("#" + receipt.path("entry").path("position").asLong())
                    .contains("#" + receipt.path("confirmed").path("position").asLong());
        }
    }

    @Test
    void with_a_mere_contact_it_says_that_nobody_was_asked() {
        Map<String, Object> cem = LedgerPerson.contact("Cem");
        ana.debt(cem, "I_OWE", "30.00", "EUR").expect(201);
        String id =
                ana.settle(cem, "30.00", "EUR").expect(201).json().path("id").asString();
        JsonNode receipt = ana.read("ledger/settlements/" + id + "/receipt");
        assertThat(receipt.path("payee").path("name").asString()).isEqualTo("Cem");
        assertThat(receipt.path("payee").path("userId").asString("")).isEmpty();
        assertThat(receipt.path("confirmed").path("by").asString("")).isEmpty();
        assertThat(receipt.path("confirmed").path("position").asLong()).isPositive();
    }

    @Test
    void there_is_none_before_it_is_confirmed_and_for_nobody_else() {
        ana.lent(ben, "10.00", "EUR");
        String id = ben.settle(ana.user(), "10.00", "EUR")
                .expect(201)
                .json()
                .path("id")
                .asString();
        ana.read("ledger/settlements/" + id);
        Answer early = receipt(ana, id, "application/json");
        assertThat(early.expect(409).problem()).isEqualTo("settlement-not-confirmed");
        assertThat(receipt(ben, id, "application/pdf").expect(409).problem()).isEqualTo("settlement-not-confirmed");
        LedgerPerson eve = LedgerPerson.named("Eve", api);
        ana.answer("settlements", id, "confirm").expect(200);
        ana.read("ledger/settlements/" + id + "/receipt");
        ben.read("ledger/settlements/" + id + "/receipt");
        assertThat(receipt(eve, id, "application/json").expect(404).problem()).isEqualTo("settlement-not-found");
        assertThat(receipt(eve, id, "application/pdf").expect(404).problem()).isEqualTo("settlement-not-found");
        assertThat(receipt(ana, id, "image/png").status()).isEqualTo(406);
        assertThat(receipt(ana, id, "*/*").expect(200).header("Content-Type")).startsWith("application/json");
    }

    /** A settlement of a thousand, of the same currency if no other is named. */
    private String settled(String currency, Object... more) {
        ana.lent(ben, "1000.00", currency);
        String id = ben.settle(ana.user(), "1000.00", currency, more)
                .expect(201)
                .json()
                .path("id")
                .asString();
        clock.advance(Duration.ofHours(1));
        ana.answer("settlements", id, "confirm").expect(200);
        return id;
    }

    private static Answer receipt(LedgerPerson person, String id, String accept) {
        return person.api().get("ledger/settlements/" + id + "/receipt", "Accept", accept);
    }

    private static byte[] page(LedgerPerson person, String id) {
        return person.api().download("ledger/settlements/" + id + "/receipt", "Accept", "application/pdf");
    }

    private String eventAt(JsonNode receipt, String step) {
        return String.valueOf(jdbc.queryForObject(
                "SELECT payload_type FROM domain_event_entry WHERE global_index = ?",
                String.class,
                receipt.path(step).path("position").asLong()));
    }
}
