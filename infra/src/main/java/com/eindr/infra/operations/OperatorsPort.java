package com.eindr.infra.operations;

import com.eindr.shared.web.security.Operators;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * A second port of the same server, on which metrics are read without a token: Prometheus has none. Who can reach it is a
 * matter of the network, so it is never the port that the world is let in by. In the embedded mode a program on the same
 * machine may read them on the first port, too, unless something stands between that passes on others' requests.
 */
@Component
final class OperatorsPort implements Operators, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final int NONE = -1;

    private final String address;
    private final int port;
    private final boolean embedded;
    private @Nullable Connector connector;

    /**
     * @param address where it listens; loopback by default
     * @param port 0 for any that is free, -1 for none
     */
    OperatorsPort(
            @Value("${eindr.operations.address:127.0.0.1}") String address,
            @Value("${eindr.operations.port:" + NONE + "}") int port,
            Environment environment) {
        this.address = address;
        this.port = port;
        this.embedded = !environment.acceptsProfiles(Profiles.of("production"));
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (port != NONE) {
            Connector second = new Connector();
            second.setPort(port);
            second.setProperty("address", address);
            second.setProperty("maxThreads", "4");
            second.setProperty("minSpareThreads", "1");
            connector = second;
            factory.addAdditionalConnectors(second);
        }
    }

    @Override
    public boolean sent(HttpServletRequest request) {
        Connector second = connector;
        return (second != null && request.getLocalPort() == second.getLocalPort())
                || (embedded && isOfThisMachine(request));
    }

    /** Where it listens, once the server has started; -1 for nowhere. */
    int port() {
        Connector second = connector;
        return second == null ? NONE : second.getLocalPort();
    }

    private static boolean isOfThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
                            .allMatch(header -> request.getHeader(header) == null);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
