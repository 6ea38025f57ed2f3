package com.eindr.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes problem documents, for whatever finds the problem: controllers, filters, or the server itself. */
@Component
public final class ProblemWriter {
    private static final String MEDIA_TYPE = "application/problem+json";

    private final WebJson json;

    public ProblemWriter(WebJson json) {
        this.json = json;
    }

    /** Answers with this problem; an answer that has begun already is left as it is. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        problem.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MEDIA_TYPE);
        byte[] body = json.mapper().writeValueAsBytes(document(problem));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The document of what a failure is told as, for answers that hold several. */
    public Map<String, Object> documentOf(RuntimeException failure) {
        return document(ProblemResolver.problem(failure));
    }

    /** The members of the document, in the order of RFC 9457. */
    Map<String, Object> document(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", Problem.TYPES + problem.slug());
        members.put("title", problem.title());
        members.put("status", problem.status().value());
        members.put("detail", problem.detail());
        members.put("instance", "urn:eindr:request:" + Correlation.current());
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        members.putAll(problem.extensions());
        return members;
    }
}
