package com.eindr.shared.web;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110 §8.8.3): the version of an aggregate in quotation marks. */
public final class EntityTags {
    private static final String HEADER = "If-Match";
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E]*)\"");
    private static final Pattern LIST = Pattern.compile("\\s*" + TAG + "\\s*(?:,\\s*" + TAG + "\\s*)*");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private EntityTags() {}

    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * The version that an {@code If-Match} asks for; empty where there is no header, or where it takes any version
     * ({@code *}).
     *
     * <p>A weak tag never matches (RFC 9110 §13.1.1), nor does a tag that is no version.
     *
     * @throws InvalidRequest if the header is malformed or names several versions
     * @throws WriteConflict if it names only tags that no aggregate ever has
     */
    static OptionalLong expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        if (!LIST.matcher(ifMatch).matches()) {
            throw InvalidRequest.of(HEADER, "must be a version in quotation marks, such as \"3\"");
        }
        List<Long> versions = TAG.matcher(ifMatch)
                .results()
                .filter(tag ->
                        tag.group(1) == null && VERSION.matcher(tag.group(2)).matches())
                .map(tag -> Long.valueOf(tag.group(2)))
                .distinct()
                .toList();
        if (versions.isEmpty()) {
            throw new WriteConflict("No version has the tag " + ifMatch.strip() + ".");
        }
        if (versions.size() > 1) {
            throw InvalidRequest.of(HEADER, "must name one version");
        }
        return OptionalLong.of(versions.getFirst());
    }
}
