package com.eindr.shared.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Answers for requests that the server itself cannot read, in place of Tomcat's page of HTML. */
final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
    private static final int FIRST_ERROR = 400;

    private final ProblemWriter writer;

    ProblemValve(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int code = response.getStatus();
        if (code < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(code);
        Problem problem = status == null || status.is5xxServerError()
                ? Problems.internal()
                : Problems.ofStatus(status, "The request cannot be read as HTTP.");
        try {
            writer.write(response.getResponse(), problem);
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The caller went away before the problem was told", e);
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
        }
    }
}
