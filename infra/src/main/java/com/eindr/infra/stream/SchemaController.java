package com.eindr.infra.stream;

import com.eindr.shared.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the stream can contain, in the words of JSON Schema and of AsyncAPI. */
@RestController
@Tag(name = "Stream")
class SchemaController {
    private static final String SCHEMA_JSON = "application/schema+json";

    private final SchemaFiles schemas;
    private final AsyncApi asyncApi;

    SchemaController(SchemaFiles schemas, AsyncApi asyncApi) {
        this.schemas = schemas;
        this.asyncApi = asyncApi;
    }

    /** @param schema where it is to be had */
    @Schema(name = "StreamSchema")
    record SchemaBody(String type, int revision, String schema) {}

    @Schema(name = "StreamSchemaList")
    record SchemaList(List<SchemaBody> items) {}

    @GetMapping(StreamController.SCHEMAS)
    @Operation(summary = "List the schemas of all events, of all revisions")
    SchemaList list() {
        return new SchemaList(schemas.names().stream()
                .map(name -> new SchemaBody(
                        name.type(),
                        name.revision(),
                        SchemaFiles.address(name.type(), Integer.toString(name.revision()))))
                .toList());
    }

    @GetMapping(path = StreamController.SCHEMAS + "/{type}/{revision}", produces = SCHEMA_JSON)
    @Operation(
            summary = "The JSON Schema of an event's data",
            description = "Draft 2020-12. It never changes but to say more.")
    @ApiResponse(
            responseCode = "200",
            description = "The schema",
            content = @Content(mediaType = SCHEMA_JSON, schema = @Schema(type = "object")))
    ResponseEntity<String> schema(@PathVariable String type, @PathVariable int revision) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(SCHEMA_JSON))
                .body(schemas.find(type, revision)
                        .orElseThrow(() -> Refusal.of(StreamRefusal.SCHEMA_NOT_FOUND, "no event has this schema")));
    }

    /** Public, as the description of the other endpoints is. */
    @GetMapping(path = "/v3/asyncapi", produces = MediaType.APPLICATION_JSON_VALUE)
    @Hidden
    String asyncApi() {
        return asyncApi.document();
    }
}
