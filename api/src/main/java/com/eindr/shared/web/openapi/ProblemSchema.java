package com.eindr.shared.web.openapi;

import com.eindr.shared.web.Problem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** A problem document as the description shows it. */
final class ProblemSchema {
    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema<?> schema() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema().example("start"))
                .addProperty("message", new StringSchema());
        error.setRequired(List.of("field", "message"));
        Schema<?> problem = new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().format("uri").example(Problem.TYPES + "invalid-request"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri").description("Names this very request"))
                .addProperty("errors", new ArraySchema().items(error).description("The fields at fault"))
                .addProperty("lag", new IntegerSchema().description("How many events the read models are behind"))
                .addProperty("requiredPlan", new StringSchema().description("The plan that unlocks the feature"));
        problem.setRequired(List.of("type", "title", "status", "detail", "instance"));
        return problem;
    }

    static Content content() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME)));
    }
}
