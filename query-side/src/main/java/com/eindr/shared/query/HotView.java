package com.eindr.shared.query;

import java.lang.reflect.Type;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that is kept per person, as JSON.
 *
 * @param <T> what it is; made of records
 */
public final class HotView<T> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String name;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    /**
     * @param name unique among the views of a projection
     * @param type the class of {@code T} with its parameters
     */
    public HotView(String name, Class<?> type, Type... parameters) {
        JavaType[] arguments = new JavaType[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = MAPPER.constructType(parameters[i]);
        }
        JavaType whole = arguments.length == 0
                ? MAPPER.constructType(type)
                : MAPPER.getTypeFactory().constructParametricType(type, arguments);
        this.name = name;
        this.reader = MAPPER.readerFor(whole);
        this.writer = MAPPER.writerFor(whole);
    }

    String name() {
        return name;
    }

    String write(T view) {
        return writer.writeValueAsString(view);
    }

    T read(String body) {
        return reader.readValue(body);
    }
}
