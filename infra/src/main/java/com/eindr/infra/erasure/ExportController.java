package com.eindr.infra.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eindr.shared.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person takes with them. */
@RestController
@Tag(name = "Account")
class ExportController {
    static final String PATH = "/api/v1/me/export";

    private final Export export;

    ExportController(Export export) {
        this.export = export;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Take everything about you with you",
            description =
                    "A line of JSON for each thing; its kind says what it is: account, device, reminder, note, debt"
                            + " and so on; event for what was recorded of them, one by one. Money is in minor units of"
                            + " its currency. The last line has the kind end and says how many came before it: without"
                            + " it, this is not all.")
    @ApiResponse(
            responseCode = "200",
            description = "Everything",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    void export(@AuthenticationPrincipal Caller caller, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"eindr.ndjson\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Writer lines = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        try {
            export.write(caller.userId(), lines);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        lines.flush();
    }
}
