package com.eindr.shared.web.openapi;

import com.eindr.shared.Patch;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.WebView;
import com.eindr.shared.web.WriteRequest;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is true of the whole description. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String BEARER = "bearer";

    @Bean
    OpenAPI openApi(List<WebView<?, ?>> views) {
        describeTypes(views);
        return new OpenAPI(SpecVersion.V31)
                .info(new Info()
                        .title("Eindr")
                        .version("1")
                        .description(
                                "Forget forgetting. Every error is a problem document (RFC 9457); every write takes"
                                        + " an Idempotency-Key and answers with a Consistency-Token, which a later read"
                                        + " brings back in Consistent-With to see that write.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSchemas(ProblemSchema.NAME, ProblemSchema.schema())
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description(
                                                "A Firebase ID token; in embedded mode POST /dev/tokens gives one")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Types as clients see them: views as their bodies, patches as what they patch, notations as strings. */
    private static void describeTypes(List<WebView<?, ?>> views) {
        SpringDocUtils types = SpringDocUtils.getConfig();
        views.forEach(view -> types.replaceWithClass(view.view(), view.body()));
        types.addResponseWrapperToIgnore(Patch.class);
        types.addRequestWrapperToIgnore(WriteRequest.class, SliceRequest.class);
        types.replaceWithSchema(ZoneId.class, new StringSchema().example("Asia/Karachi"));
        types.replaceWithSchema(
                Duration.class, new StringSchema().format("duration").example("PT10M"));
        types.replaceWithSchema(LocalTime.class, new StringSchema().example("22:30"));
    }
}
