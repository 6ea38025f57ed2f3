package com.eindr.infra.audit;

import com.eindr.audit.web.Readings;
import com.eindr.infra.eventlog.StoredEvents;
import com.eindr.infra.proof.ExportedTree;
import com.eindr.infra.proof.ExportedTrees;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log as it is stored. The path is open to the role {@code auditor} only. */
@RestController
@RequestMapping(Readings.PATH)
@Tag(name = "Audit")
class AuditController {
    private final StoredEvents log;
    private final ExportedTrees trees;
    private final Readings readings;

    AuditController(StoredEvents log, ExportedTrees trees, Readings readings) {
        this.log = log;
        this.trees = trees;
        this.readings = readings;
    }

    @GetMapping(path = "/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Export the log",
            description =
                    "One line an event, as it is stored, up to the last event there is. An export from the first event"
                            + " on also carries the hashes of the tree, so that verify-log can say which event does not"
                            + " fit.")
    @ApiResponse(
            responseCode = "200",
            description = "Lines of JSON: export, then tile, progress and events, and end",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    void export(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam @Text(max = 200) String purpose,
            @RequestParam(defaultValue = "0") @Min(0) long after)
            throws IOException {
        readings.record(caller, request, purpose);
        // The tree first: the log reaches at least as far.
        ExportedTree tree = after == 0 ? trees.latest().orElse(null) : null;
        long end = Math.max(after, log.last());
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        EventExport export = new EventExport(response.getOutputStream(), tree);
        export.write(after, end - after, new StoredRange(log, after, end));
    }
}
