package com.eindr.infra;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the setting when the HTTP port is taken; Spring Boot's own message does not. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BusyPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        return new FailureAnalysis(
                "The HTTP port " + cause.getPort() + " is in use by another program.",
                "Stop that program, or choose another port by the setting server.port"
                        + " (as SERVER_PORT=8081 in the environment or --server.port=8081 as an argument).",
                cause);
    }
}
