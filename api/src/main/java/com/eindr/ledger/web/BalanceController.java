package com.eindr.ledger.web;

import com.eindr.ledger.BalanceView;
import com.eindr.ledger.EntryView;
import com.eindr.ledger.LedgerQuery.BalancesOf;
import com.eindr.ledger.LedgerQuery.PastBalancesOf;
import com.eindr.ledger.LedgerQuery.StatementOf;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.KeptUntilChange;
import com.eindr.shared.web.Notation;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is owed, and how it came about. */
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "Ledger")
class BalanceController {
    static final String STATEMENT = "List the entries that make up what is owed, the latest recorded first";
    static final String ABOUT_STATEMENT =
            "Each with the balance after it, which runs for every counterparty and currency apart. As JSON, by pages."
                + " By Accept the whole of it, the earliest first: as CSV for a spreadsheet, where no text becomes a"
                + " formula, or as a PDF.";

    private final Queries queries;

    BalanceController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/balances")
    @KeptUntilChange
    @Operation(
            summary = "Read what is owed, for each counterparty and currency",
            description =
                    "As it is now, or as it was: asOf counts what came about until then, knownAt what was recorded"
                            + " until then. With both the same moment the answer is what would have been answered then."
                            + " Past entries never change, so a past answer with a knownAt never does.")
    LedgerBodies.Balances balances(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "A day, which is counted in full, or an instant", example = "2026-11-22")
                    @RequestParam(required = false)
                    @Text(max = 40)
                    @Nullable
                    String asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        if (asOf == null && knownAt == null) {
            return Totals.with(queries.slice(new BalancesOf(caller.userId()), BalanceView.class)
                    .items());
        }
        boolean moment = asOf != null && asOf.indexOf('T') >= 0;
        PastBalancesOf question = new PastBalancesOf(
                caller.userId(),
                asOf == null || moment ? null : read(asOf, LocalDate.class),
                asOf == null || !moment ? null : read(asOf, Instant.class),
                knownAt);
        return Totals.with(queries.slice(question, BalanceView.class).items());
    }

    @GetMapping("/statement")
    @KeptUntilChange
    @Operation(summary = STATEMENT, description = ABOUT_STATEMENT)
    Slice<EntryView> statement(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "The id of a user, or the name of a contact")
                    @RequestParam(required = false)
                    @Text(max = 200)
                    @Nullable
                    String counterparty,
            @RequestParam(required = false) @Text(max = 3) @Nullable String currency,
            SliceRequest slice) {
        Currency known = currency == null ? null : Amounts.currency("currency", currency);
        return queries.slice(new StatementOf(caller.userId(), counterparty, known, slice), EntryView.class);
    }

    private static <T> T read(String asOf, Class<T> type) {
        try {
            return Notation.read(asOf, type);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.of("asOf", "must be a day, such as 2026-11-22, or an instant");
        }
    }
}
