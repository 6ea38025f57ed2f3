package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The statement for spreadsheets and for paper, over HTTP. */
@EindrTest
class StatementExportTest {
    private static final String STATEMENT = "ledger/statement";

    private final ApiClient api;
    private LedgerPerson ana;
    private LedgerPerson ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    StatementExportTest(ApiClient api) {
        this.api = api;
    }

    @BeforeEach
    void debts_with_a_friend_and_with_a_contact() {
        ana = LedgerPerson.named("Ana", api);
        ben = LedgerPerson.named("Ben", api);
        ana.befriend(ben);
        ana.api().patch("me", Map.of("timeZone", "Asia/Karachi")).expect(200);
        ana.lent(ben, "100.00", "EUR");
        ana.debt(LedgerPerson.contact("=Cem"), "I_OWE", "7.50", "USD", "note", "=1+1;=2")
                .expect(201);
        ana.lend(LedgerPerson.contact("=Cem"), "1.00", "EUR").expect(201);
        ana.items(STATEMENT);
    }

    @Test
    void a_spreadsheet_gets_the_whole_of_it_with_no_formula_in_it() {
        Answer answer = ana.api().get(STATEMENT, "Accept", "text/csv").expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).matches("attachment; filename=\"statement-[0-9-]{10}\\.csv\"");
        String[] lines = answer.body().split("\r\n", -1);
        assertThat(lines).hasSize(5);
        assertThat(lines[1]).contains("\"Asia/Karachi\",\"Ben\",\"" + ben.id() + "\",Debt,100.00,EUR,100.00,,");
        assertThat(lines[2]).contains("\"'=Cem\",,Debt,-7.50,USD,-7.50,\"'=1+1;'=2\",");
        assertThat(lines[3]).contains(",1.00,EUR,1.00,,");
    }

    @Test
    void it_can_be_of_one_counterparty_and_one_currency() {
        String one = csv("?counterparty=%3DCem&currency=USD");
        assertThat(one.split("\r\n", -1)).hasSize(3);
        assertThat(one).contains("-7.50,USD");
        assertThat(csv("?counterparty=" + ben.id()).split("\r\n", -1)).hasSize(3);
        assertThat(ana.api()
                        .get(STATEMENT + "?currency=XXX", "Accept", "text/csv")
                        .expect(400)
                        .problem())
                .isNotEmpty();
    }

    @Test
    void paper_has_the_same() throws IOException {
        byte[] pages = ana.api().download(STATEMENT, "Accept", "application/pdf");
        try (PDDocument read = Loader.loadPDF(pages)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Ana", "Ben", "=Cem", "100.00 EUR", "7.50 USD", "Asia/Karachi");
        }
    }

    @Test
    void whoever_asks_for_nothing_in_particular_gets_json_and_a_stranger_their_own() {
        assertThat(ana.api().get(STATEMENT, "Accept", "*/*").expect(200).header("Content-Type"))
                .startsWith("application/json");
        assertThat(ana.api().get(STATEMENT, "Accept", "image/png").status()).isEqualTo(406);
        LedgerPerson eve = LedgerPerson.named("Eve", api);
        assertThat(eve.api()
                        .get(STATEMENT + "?counterparty=" + ana.id(), "Accept", "text/csv")
                        .expect(200)
                        .body())
                .hasLineCount(1);
    }

    private String csv(String query) {
        return ana.api()
                .get(STATEMENT + query, "Accept", "text/csv")
                .expect(200)
                .body();
    }
}
