package com.eindr.infra.voice;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One call of a chat model, on the thread of the caller, bounded in time and in bytes. LangChain4j's own clients bound the time
 * until an answer begins, and wait for ever for its end.
 */
final class ChatCall implements HttpClient, HttpClientBuilder {
    private static final long MOST_BYTES = 512 << 10;
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("chat-watch").factory());

    private final java.net.http.HttpClient http;
    private final long until;
    private volatile @Nullable InputStream body;
    private volatile boolean late;

    ChatCall(java.net.http.HttpClient http, Duration within) {
        this.http = http;
        this.until = System.nanoTime() + within.toNanos();
    }

    /** Reads no more of the answer. */
    void end() {
        InputStream open = body;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It has ended already.
            }
        }
    }

    boolean isLate() {
        return late;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        ScheduledFuture<?> watch = WATCH.schedule(this::tooLate, left(), TimeUnit.NANOSECONDS);
        try {
            HttpResponse<InputStream> response = http.send(asked(request), BodyHandlers.ofInputStream());
            try (InputStream bounded = new Bounded(response.body())) {
                body = bounded;
                if (left() <= 0) {
                    throw new IOException("too late");
                }
                if (response.statusCode() / 100 != 2) {
                    // What else it says may be anything, and is for nobody.
                    throw new HttpException(response.statusCode(), "it answers " + response.statusCode());
                }
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(bounded, listener);
                listener.onClose();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(e);
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        } finally {
            watch.cancel(false);
        }
    }

    private void tooLate() {
        late = true;
        end();
    }

    private long left() {
        return until - System.nanoTime();
    }

    private java.net.http.HttpRequest asked(HttpRequest request) {
        java.net.http.HttpRequest.Builder asked = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(Duration.ofNanos(Math.max(1, left())))
                .POST(BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> asked.header(name, value)));
        return asked.build();
    }

    /** Answers are streamed; nothing else is asked. */
    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("answers are streamed");
    }

    @Override
    public HttpClient build() {
        return this;
    }

    @Override
    public Duration connectTimeout() {
        return http.connectTimeout().orElse(Duration.ZERO);
    }

    @Override
    public HttpClientBuilder connectTimeout(@Nullable Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return Duration.ofNanos(Math.max(0, left()));
    }

    @Override
    public HttpClientBuilder readTimeout(@Nullable Duration timeout) {
        return this;
    }

    /** Ends where more comes than any answer has. */
    private static final class Bounded extends FilterInputStream {
        private long read;

        private Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int many = super.read(bytes, offset, length);
            count(Math.max(0, many));
            return many;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > MOST_BYTES) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
        }
    }
}
