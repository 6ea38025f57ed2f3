package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is no debt, over HTTP. */
@EindrTest
class DebtInputTest {
    private final ApiClient api;
    private LedgerPerson ana;
    private LedgerPerson ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    DebtInputTest(ApiClient api) {
        this.api = api;
    }

    @BeforeEach
    void two_people() {
        ana = LedgerPerson.named("Ana", api);
        ben = LedgerPerson.named("Ben", api);
    }

    @Test
    void what_is_no_amount_is_refused() {
        for (String amount : List.of(
                "-1",
                "0",
                "0.00",
                "1e3",
                "NaN",
                "Infinity",
                "1.234",
                "1,00",
                " 1",
                "+1",
                "",
                ".5",
                "5.",
                "٥",
                "999999999999999999999999999999",
                "10000000000000.01",
                "0x10")) {
            Answer answer = ana.lend(LedgerPerson.contact("Cem"), amount, "EUR");
            assertThat(answer.status()).as(amount).isEqualTo(400);
            assertThat(answer.json().path("errors").get(0).path("field").asString())
                    .isEqualTo("amount");
        }
        for (String currency : List.of("XYZ", "eur", "", "DEM", "XAU", "XXX", "EURO")) {
            assertThat(ana.lend(LedgerPerson.contact("Cem"), "1", currency).status())
                    .as(currency)
                    .isEqualTo(400);
        }
        assertThat(ana.lend(LedgerPerson.contact("Cem"), "0.5", "JPY").status()).isEqualTo(400);
        ana.lend(LedgerPerson.contact("Cem"), "10000000000000.00", "EUR").expect(201);
        assertThat(ana.lend(Map.of(), "1", "EUR").status()).isEqualTo(400);
        assertThat(ana.lend(Map.of("userId", ben.id(), "contactName", "Ben"), "1", "EUR")
                        .status())
                .isEqualTo(400);
        assertThat(ana.lend(LedgerPerson.contact("Cem"), "1", "EUR", "occurredOn", "2999-01-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_plan_that_creates_nothing_new_names_the_one_that_does() {
        api.putOn(Plan.EXPIRED, ana.id());
        Answer locked = ana.lend(LedgerPerson.contact("Cem"), "1", "EUR").expect(403);
        assertThat(locked.json().path("requiredPlan").asString()).isEqualTo("STARTER");
    }
}
