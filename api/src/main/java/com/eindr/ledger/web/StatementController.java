package com.eindr.ledger.web;

import com.eindr.ledger.LineView;
import com.eindr.ledger.Party;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.FileAnswer;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The statement as a whole, for spreadsheets and for paper. */
@RestController
@Tag(name = "Ledger")
class StatementController {
    private static final String PATH = "/api/v1/ledger/statement";
    private static final String CSV = "text/csv";

    private final Queries queries;
    private final Names names;
    private final OwnZone zones;
    private final Clock clock;

    StatementController(Queries queries, Names names, OwnZone zones, Clock clock) {
        this.queries = queries;
        this.names = names;
        this.zones = zones;
        this.clock = clock;
    }

    @GetMapping(path = PATH, produces = CSV)
    @ApiResponse(
            responseCode = "200",
            description = "All entries, the earliest first",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    @Operation(summary = BalanceController.STATEMENT, description = BalanceController.ABOUT_STATEMENT)
    void csv(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "The id of a user, or the name of a contact")
                    @RequestParam(required = false)
                    @Text(max = 200)
                    @Nullable
                    String counterparty,
            @RequestParam(required = false) @Text(max = 3) @Nullable String currency,
            HttpServletResponse response)
            throws IOException {
        StatementRequest request = request(caller, counterparty, currency);
        WholeStatement statement = statement(request);
        FileAnswer.send(
                response,
                CSV + ";charset=UTF-8",
                request.fileName() + ".csv",
                target -> StatementCsv.write(statement, request.zone(), target));
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_PDF_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "All entries, the earliest first",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @Operation(summary = BalanceController.STATEMENT, description = BalanceController.ABOUT_STATEMENT)
    void printed(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "The id of a user, or the name of a contact")
                    @RequestParam(required = false)
                    @Text(max = 200)
                    @Nullable
                    String counterparty,
            @RequestParam(required = false) @Text(max = 3) @Nullable String currency,
            HttpServletResponse response)
            throws IOException {
        StatementRequest request = request(caller, counterparty, currency);
        WholeStatement statement = statement(request);
        String owner = names.of(Party.user(caller.userId()));
        FileAnswer.send(
                response,
                MediaType.APPLICATION_PDF_VALUE,
                request.fileName() + ".pdf",
                target -> StatementPaper.write(statement, request, owner, target));
    }

    private WholeStatement statement(StatementRequest request) {
        Names.Lookup known = names.remembered();
        return new WholeStatement(
                request, question -> queries.slice(question, LineView.class).items(), known::of);
    }

    private StatementRequest request(Caller caller, @Nullable String counterparty, @Nullable String currency) {
        return new StatementRequest(
                caller.userId(),
                counterparty,
                currency == null ? null : Amounts.currency("currency", currency),
                zones.of(caller.userId()),
                clock.instant());
    }
}
