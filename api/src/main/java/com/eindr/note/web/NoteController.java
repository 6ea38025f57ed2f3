package com.eindr.note.web;

import com.eindr.note.NoteCommand.DeleteNote;
import com.eindr.note.NoteId;
import com.eindr.note.NoteQuery;
import com.eindr.note.NoteQuery.NoteOf;
import com.eindr.note.NoteQuery.NotesAbout;
import com.eindr.note.NoteQuery.NotesOf;
import com.eindr.note.NoteRefusal;
import com.eindr.note.NoteView;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.KeptUntilChange;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Text;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import com.eindr.shared.web.openapi.LockedByPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Writing, finding, changing and deleting notes. */
@RestController
@RequestMapping(NoteController.PATH)
@Tag(name = "Notes")
class NoteController {
    static final String PATH = "/api/v1/notes";

    private final Writes writes;
    private final Queries queries;
    private final AuthorLanguage languages;

    NoteController(Writes writes, Queries queries, AuthorLanguage languages) {
        this.writes = writes;
        this.queries = queries;
        this.languages = languages;
    }

    @PostMapping
    @LockedByPlan
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a note")
    ResponseEntity<Written> write(
            @AuthenticationPrincipal Caller caller, WriteRequest write, @Valid @RequestBody NewNote body) {
        UserId user = caller.userId();
        return writes.create(PATH + "/", body.command(user, () -> languages.of(user)), write);
    }

    @GetMapping
    @Operation(
            summary = "List your notes, the latest written first, or find some, the best match first",
            description = "A search knows the forms of the words of the language that a note is in. A note that changes"
                    + " meanwhile may be found on two pages, or on none.")
    @KeptUntilChange
    Slice<NoteView> list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(
                            description = "Words that must all occur, a \"phrase\", this or that, -without;"
                                    + " by default everything is listed",
                            example = "milk -honey")
                    @RequestParam(required = false)
                    @Text(max = 200, lines = true)
                    @Nullable
                    String q,
            SliceRequest slice) {
        NoteQuery query = q == null || q.isBlank()
                ? new NotesOf(caller.userId(), slice)
                : new NotesAbout(caller.userId(), q, slice);
        return queries.slice(query, NoteView.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a note")
    ResponseEntity<NoteView> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        NoteView note = queries.optional(new NoteOf(caller.userId(), new NoteId(id)), NoteView.class)
                .orElseThrow(() -> NoteRefusal.notFound(new NoteId(id)));
        return ResponseEntity.ok().eTag(EntityTags.of(note.version())).body(note);
    }

    @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
    @Operation(
            summary = "Change a note",
            description = "A language of null says that nobody knows it; then words are found as they are written.")
    ResponseEntity<Written> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @Valid @RequestBody NoteEdit body) {
        return writes.change(body.command(new NoteId(id), caller.userId()), write);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a note", description = "From then on it is as if it had never been.")
    ResponseEntity<Written> delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        return writes.change(new DeleteNote(new NoteId(id), caller.userId()), write);
    }
}
