package com.eindr.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of more than 1 MiB, whether they say so at once or only go on and on.
 *
 * <p>Recordings may be longer. They are not read here: the servlet container writes them to disk when somebody asks for
 * them, and refuses what goes on and on, by {@code spring.servlet.multipart} in the configuration.
 */
final class BodyLimit extends OncePerRequestFilter {
    /** The longest body the API reads: 1 MiB. */
    static final int BYTES = 1024 * 1024;

    /** The longest recording the API takes: 25 MiB. */
    static final int AUDIO_BYTES = 25 * BYTES;

    /** What may stand around a recording: the other parts, and the boundaries between them. */
    private static final int AROUND_AUDIO = 64 * 1024;

    /** Below here recordings are taken, and nowhere else. */
    private static final String AUDIO_PATHS = "/api/v1/voice/";

    private static final String MULTIPART = "multipart/";

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mayHoldAudio(request)) {
            if (request.getContentLengthLong() > AUDIO_BYTES + AROUND_AUDIO) {
                problems.write(response, Problems.tooLarge(AUDIO_BYTES));
            } else {
                chain.doFilter(request, response);
            }
        } else if (request.getContentLengthLong() > BYTES) {
            problems.write(response, Problems.tooLarge(BYTES));
        } else {
            chain.doFilter(new BufferedRequest(request, BYTES), response);
        }
    }

    private static boolean mayHoldAudio(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length())
                && request.getRequestURI().startsWith(AUDIO_PATHS);
    }
}
