package com.eindr.infra.voice;

import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Problems;
import com.eindr.shared.web.RequestFailed;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that listens or speaks for us. It is asked for a limited time, from the connection to the last byte of its answer;
 * and one that fails again and again is left alone for a while, so that nobody waits for it in vain.
 */
final class RemoteServer {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteServer.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final String name;
    private final URI base;
    private final Duration patience;
    private final HttpClient http;
    private final CircuitBreaker breaker;

    /**
     * @param base begins the address of every question; without a slash at its end
     * @param patience for one question as a whole
     * @param breaker which must not count {@link RequestFailed} and {@link InvalidRequest}: those are answers
     */
    RemoteServer(String name, URI base, Duration patience, HttpClient http, CircuitBreaker breaker) {
        this.name = name;
        this.base = base;
        this.patience = patience;
        this.http = http;
        this.breaker = breaker;
    }

    /** Its answer was none: an error of its own, or nothing that the protocol knows. */
    static final class Misbehaved extends Exception {
        private static final long serialVersionUID = 1L;

        Misbehaved(String what) {
            super(what, null, false, false);
        }
    }

    /** Makes sense of an answer. */
    @FunctionalInterface
    interface Reader<T> {
        T read(HttpResponse<byte[]> answer) throws Misbehaved, IOException;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    /** @param most how many bytes of an answer are read; a longer one is none */
    <T> T ask(HttpRequest request, int most, Reader<T> reader) {
        try {
            return breaker.executeCallable(() -> reader.read(send(request, most, patience)));
        } catch (RequestFailed | InvalidRequest answered) {
            throw answered;
        } catch (CallNotPermittedException e) {
            throw away(breaker.getCircuitBreakerConfig()
                    .getWaitIntervalFunctionInOpenState()
                    .apply(1));
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.warn("{} did not answer as it should: {}", name, e.toString());
            throw away(SOON.toMillis());
        }
    }

    /** Whether it answers at all. The breaker is not asked, and learns nothing. */
    boolean answers(String path, Duration within) {
        try {
            return send(request(path).build(), 1 << 20, within).statusCode() < 500;
        } catch (IOException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request, int most, Duration within)
            throws IOException, InterruptedException, TimeoutException {
        // The client's own time-out ends with the headers; an answer that trickles would never be over.
        CompletableFuture<HttpResponse<byte[]>> asked =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        try {
            return asked.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        } finally {
            asked.cancel(true);
        }
    }

    private RequestFailed away(long millis) {
        return new RequestFailed(Problems.unavailable(
                "The server for this (" + name + ") does not answer at the moment. Text always works.",
                Duration.ofMillis(millis)));
    }
}
