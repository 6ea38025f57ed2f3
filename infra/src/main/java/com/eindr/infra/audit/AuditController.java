package com.eindr.infra.audit;

import com.eindr.audit.web.Readings;
import com.eindr.infra.audit.AuditSearch.Found;
import com.eindr.infra.audit.PastStates.PastState;
import com.eindr.infra.proof.ExportedTree;
import com.eindr.infra.proof.ExportedTrees;
import com.eindr.infra.stream.SchemaFiles;
import com.eindr.shared.Refusal;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.AnswersFrom;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log as it is stored, and what it says about any moment. The path is open to the role {@code auditor} only. */
@RestController
@RequestMapping(Readings.PATH)
@AnswersFrom("audit")
@Tag(name = "Audit")
class AuditController {
    private static final String SUMMARY = "Search the log, or export it";
    private static final String DESCRIPTION =
            "Events as they are stored, in their order; what is encrypted there is encrypted here. All filters"
                + " together: from is the first moment, to the one behind the last; subject is a person whom the event"
                + " names, and actor who did it. As JSON by pages. By Accept as lines of JSON, all of it up to the end"
                + " that the log has now, with a count between them from time to time; without filters also with the"
                + " hashes of the tree, so that verify-log can say which event does not fit.";

    private final AuditSearch search;
    private final PastStates states;
    private final ExportedTrees trees;
    private final SchemaFiles schemas;
    private final Readings readings;

    AuditController(
            AuditSearch search, PastStates states, ExportedTrees trees, SchemaFiles schemas, Readings readings) {
        this.search = search;
        this.states = states;
        this.trees = trees;
        this.schemas = schemas;
        this.readings = readings;
    }

    @GetMapping(path = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    Slice<EventBody> events(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @RequestParam @Text(max = 200) String purpose,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(required = false) @Text(max = 200) @Nullable String aggregateId,
            @RequestParam(required = false) @Text(max = 100) @Nullable String type,
            @RequestParam(required = false) @Text(max = 200) @Nullable String actor,
            @RequestParam(required = false) @Text(max = 200) @Nullable String subject,
            @RequestParam(required = false) @Text(max = 200) @Nullable String correlationId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            SliceRequest page) {
        AuditQuestion question =
                new AuditQuestion(after, aggregateId, known(type), actor, subject, correlationId, from, to);
        readings.record(caller, request, purpose);
        return slice(question, page);
    }

    @GetMapping(path = "/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "Lines of JSON: export, then tile, progress and events, and end",
            content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE, schema = @Schema(type = "string")))
    void export(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam @Text(max = 200) String purpose,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(required = false) @Text(max = 200) @Nullable String aggregateId,
            @RequestParam(required = false) @Text(max = 100) @Nullable String type,
            @RequestParam(required = false) @Text(max = 200) @Nullable String actor,
            @RequestParam(required = false) @Text(max = 200) @Nullable String subject,
            @RequestParam(required = false) @Text(max = 200) @Nullable String correlationId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to)
            throws IOException {
        AuditQuestion question =
                new AuditQuestion(after, aggregateId, known(type), actor, subject, correlationId, from, to);
        readings.record(caller, request, purpose);
        // The tree first: the log reaches at least as far.
        ExportedTree tree = question.isForAll() && after == 0 ? trees.latest().orElse(null) : null;
        Found found = search.all(question);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        new EventExport(response.getOutputStream(), tree).write(after, found.count(), found.events());
    }

    @GetMapping("/streams/{aggregateId}")
    @Operation(summary = "The events of one aggregate", description = "As they are stored, from its first one on.")
    Slice<EventBody> stream(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable @Text(max = 200) String aggregateId,
            @RequestParam @Text(max = 200) String purpose,
            SliceRequest page) {
        readings.record(caller, request, purpose);
        Slice<EventBody> events = slice(AuditQuestion.ofStream(aggregateId), page);
        if (events.items().isEmpty() && page.cursor() == null) {
            throw Refusal.of(AuditRefusal.STREAM_NOT_FOUND, "no stream has this id");
        }
        return events;
    }

    @GetMapping("/streams/{aggregateId}/state")
    @Operation(
            summary = "What an aggregate was at any moment",
            description =
                    "Its events up to a version, or up to a moment, folded by the code that commands use; as it is now"
                        + " where neither is given; absent where it had no such version, or had not begun then. Texts"
                        + " of people who were erased are missing.")
    PastState state(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            @PathVariable @Text(max = 200) String aggregateId,
            @RequestParam @Text(max = 200) String purpose,
            @RequestParam(required = false) @Min(1) @Nullable Long version,
            @RequestParam(required = false) @Nullable Instant at) {
        if (version != null && at != null) {
            throw InvalidRequest.of("at", "cannot be given together with version");
        }
        readings.record(caller, request, purpose);
        if (version != null) {
            return states.atVersion(aggregateId, version);
        }
        return at == null ? states.now(aggregateId) : states.at(aggregateId, at);
    }

    private @Nullable String known(@Nullable String type) {
        if (type != null && !schemas.types().contains(type)) {
            throw InvalidRequest.of("type", "must be the name of a type of events, such as ReminderCreated");
        }
        return type;
    }

    private Slice<EventBody> slice(AuditQuestion question, SliceRequest page) {
        AuditQuestion behind = page.cursor() == null ? question : question.after(Long.parseLong(page.cursor()));
        return search.page(behind, page.limit()).map(EventBody::of);
    }
}
