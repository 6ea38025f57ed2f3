package com.eindr.shared.web;

import java.util.function.Function;

/**
 * How a read model's view looks in JSON. Each feature declares one as a bean for each of its views, and they look the
 * same wherever they appear, in the answers of other features too, and in the API's description.
 *
 * @param view the type that controllers answer with
 * @param body the shape of its JSON: a record of plain values
 */
public record WebView<V, B>(Class<V> view, Class<B> body, Function<V, B> render) {}
