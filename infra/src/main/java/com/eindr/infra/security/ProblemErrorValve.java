package com.eindr.infra.security;

import com.eindr.shared.web.Correlation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What Tomcat refuses before any of our code runs (a header too large, a broken request line), said as everything else. */
public final class ProblemErrorValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        String problem =
                """
                {"type":"https://eindr.app/problems/%s","title":"%s","status":%d,\
                "detail":"The request could not be processed.","instance":"urn:eindr:request:%s"}\
                """.formatted(title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, status, instance(response));
        try {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The client has gone, or half an answer is on its way: nothing more can be said.
        }
    }

    /** The id that the request has got already, if it came as far as our first filter. */
    private static String instance(Response response) {
        String given = response.getHeader(Correlation.HEADER);
        return given == null ? Correlation.current() : given;
    }

    @Component
    static final class Installation implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemErrorValve.class.getName());
                }
            });
        }
    }
}
