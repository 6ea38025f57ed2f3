package com.eindr.ledger.web;

import com.eindr.ledger.LedgerQuery.ReceiptOf;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.ReceiptView;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Queries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the two of a settlement may show to anybody. */
@RestController
@RequestMapping(SettlementController.PATH)
@Tag(name = "Ledger")
class ReceiptController {
    private static final String SUMMARY = "Read the receipt of a settlement, as JSON or as a page to print";
    private static final String DESCRIPTION =
            "Who paid whom how much, when, and where in the log it can be looked up. JSON, or by Accept a PDF, which"
                + " has the same. For the two between whom it is, once it is confirmed. The same receipt is the same"
                + " bytes, as long as neither changes their name and the caller stays in their zone.";

    private final Queries queries;
    private final Names names;
    private final OwnZone zones;

    ReceiptController(Queries queries, Names names, OwnZone zones) {
        this.queries = queries;
        this.names = names;
        this.zones = zones;
    }

    @GetMapping(path = "/{id}/receipt", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The receipt",
            content = @Content(schema = @Schema(implementation = ReceiptBody.class)))
    @ApiResponse(responseCode = "409", description = "It is not confirmed", content = @Content)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    ReceiptBody receipt(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return body(caller, id);
    }

    @GetMapping(path = "/{id}/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The receipt",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "409", description = "It is not confirmed", content = @Content)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    ResponseEntity<byte[]> printed(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        ContentDisposition file =
                ContentDisposition.inline().filename("receipt-" + id + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(ReceiptPaper.of(body(caller, id)));
    }

    private ReceiptBody body(Caller caller, UUID id) {
        ReceiptView view = queries.optional(new ReceiptOf(caller.userId(), new SettlementId(id)), ReceiptView.class)
                .orElseThrow(LedgerRefusal.SETTLEMENT_NOT_FOUND::refusal);
        Instant confirmedAt = view.confirmedAt();
        if (confirmedAt == null) {
            throw LedgerRefusal.SETTLEMENT_NOT_CONFIRMED.refusal();
        }
        return ReceiptBody.of(view, confirmedAt, names, zones.of(caller.userId()));
    }
}
