package com.eindr.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of more than 1 MiB, whether they say so at once or only go on and on.
 *
 * <p>Multipart bodies are left to the servlet container's own limits.
 */
final class BodyLimit extends OncePerRequestFilter {
    /** The longest body the API reads: 1 MiB. */
    static final int BYTES = 1024 * 1024;

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > BYTES) {
            problems.write(response, Problems.tooLarge(BYTES));
        } else {
            chain.doFilter(new BufferedRequest(request, BYTES), response);
        }
    }
}
