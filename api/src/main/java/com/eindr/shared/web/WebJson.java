package com.eindr.shared.web;

import com.eindr.shared.Patch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the API speaks it: strict in what it reads, since a field that is silently dropped or turned into something
 * else is a reminder that silently does not ring.
 *
 * <p>Kept in a type of its own and apart from the mappers that store events: what clients send must not be able to
 * change what is stored for ever.
 */
@Component
public final class WebJson {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 100;

    private final JsonMapper mapper;

    public WebJson(List<WebView<?, ?>> views) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        // The body's own limit is what counts: the validation of a field names it, this would not.
                        .maxStringLength(BodyLimit.BYTES)
                        .build())
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        textual -> textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Enum,
                        choice -> choice.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .addModule(strictTypes())
                .addModule(views(views))
                .build();
    }

    public JsonMapper mapper() {
        return mapper;
    }

    private static SimpleModule strictTypes() {
        SimpleModule module = new SimpleModule("strict-types");
        module.addDeserializer(Patch.class, new PatchDeserializer());
        text(module, UUID.class);
        text(module, Instant.class);
        text(module, LocalDate.class);
        text(module, LocalDateTime.class);
        text(module, LocalTime.class);
        text(module, Duration.class);
        text(module, ZoneId.class);
        return module;
    }

    private static SimpleModule views(List<WebView<?, ?>> views) {
        SimpleModule module = new SimpleModule("views");
        views.forEach(view -> rendered(module, view));
        return module;
    }

    private static <V> void rendered(SimpleModule module, WebView<V, ?> view) {
        module.addSerializer(view.view(), new ValueSerializer<V>() {
            @Override
            public void serialize(V value, JsonGenerator generator, SerializationContext context) {
                context.writeValue(generator, view.render().apply(value));
            }
        });
    }

    private static <T> void text(SimpleModule module, Class<T> type) {
        module.addDeserializer(type, new TextDeserializer<>(type));
    }
}
