package com.eindr.search.web;

import com.eindr.search.FoundTexts;
import com.eindr.search.SearchQuery.TextsNear;
import com.eindr.search.SearchQuery.TextsWaiting;
import com.eindr.search.TextKind;
import com.eindr.shared.UserId;
import com.eindr.shared.web.AnswersFrom;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.RequiredReads;
import com.eindr.shared.web.StoreUnavailable;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds what the caller wrote, by what it means. No plan locks it: it reads what there is. */
@RestController
@RequestMapping(SearchController.PATH)
@AnswersFrom("searched-texts")
@Tag(name = "Notes")
class SearchController {
    static final String PATH = "/api/v1/search";

    private final Queries queries;

    SearchController(Queries queries) {
        this.queries = queries;
    }

    @Schema(name = "FoundTexts")
    record Found(List<FoundItem> items) {
        static Found of(FoundTexts texts) {
            return new Found(texts.items().stream()
                    .map(text -> new FoundItem(text.kind(), text.id(), text.excerpt(), text.nearness()))
                    .toList());
        }
    }

    @Schema(name = "FoundText")
    record FoundItem(
            TextKind kind,
            UUID id,

            @Schema(description = "The title of a reminder; the first 200 characters of a note")
            String excerpt,

            @Schema(description = "In hundredths: 100 for the very words that were asked for", example = "57")
            int nearness) {}

    @GetMapping
    @Operation(
            summary = "Find your notes and reminders by what they mean, the nearest first",
            description =
                    "No word has to be the same. Notes, and reminders that are active or completed, are found by their"
                        + " first 1,000 characters, best in English; what is far from the question is left out. What"
                        + " was written a moment ago may not be found yet: `Consistent-With` waits for it, and 503"
                        + " says that it takes longer, or that the server has just started.")
    Found search(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "What it is about, in any words", example = "things for breakfast")
                    @RequestParam
                    @Text(max = 500)
                    String q,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            HttpServletRequest request) {
        UserId owner = caller.userId();
        RequiredReads.await(
                request,
                () -> queries.optional(new TextsWaiting(owner), Long.class).orElse(0L));
        return queries.optional(new TextsNear(owner, q, limit), FoundTexts.class)
                .map(Found::of)
                .orElseThrow(
                        () -> new StoreUnavailable("the model that knows what words mean is not loaded yet", null));
    }
}
