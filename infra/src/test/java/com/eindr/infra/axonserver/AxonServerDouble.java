package com.eindr.infra.axonserver;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for Axon Server: speaks its protocol over gRPC on loopback, as the {@code .proto} files of the connector
 * describe it, and keeps the events in memory. It can go away and come back, on the same port with the same events.
 */
final class AxonServerDouble implements AutoCloseable {
    private static final Metadata.Key<String> CONTEXT =
            Metadata.Key.of("AxonIQ-Context", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> TOKEN =
            Metadata.Key.of("AxonIQ-Access-Token", Metadata.ASCII_STRING_MARSHALLER);

    private final String context;
    private final String token;
    private final KeptEvents events = new KeptEvents();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private ExecutorService threads;
    private Server server;
    private int port;

    private AxonServerDouble(String context, String token) {
        this.context = context;
        this.token = token;
    }

    /** A running one, which serves this context only, and only who shows this token. */
    static AxonServerDouble started(String context, String token) {
        AxonServerDouble axonServer = new AxonServerDouble(context, token);
        axonServer.start();
        return axonServer;
    }

    void start() {
        try {
            threads = Executors.newCachedThreadPool();
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .executor(threads)
                    .permitKeepAliveTime(100, TimeUnit.MILLISECONDS)
                    .permitKeepAliveWithoutCalls(true)
                    .addService(ServerInterceptors.intercept(new PlatformEndpoint(this::port), new Doorkeeper()))
                    .addService(ServerInterceptors.intercept(new EventStoreEndpoint(events), new Doorkeeper()))
                    .build()
                    .start();
            port = server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes away at once, as a crash would; the events stay. */
    void stop() {
        try {
            server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        events.forgetReaders();
        threads.shutdownNow();
    }

    @Override
    public void close() {
        stop();
    }

    int port() {
        return port;
    }

    /** As {@code axon.axonserver.servers} wants it. */
    String address() {
        return "127.0.0.1:" + port;
    }

    KeptEvents events() {
        return events;
    }

    /** The services and methods that were called so far, oldest first. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** Lets nobody in without the token, nor to another context. */
    private final class Doorkeeper implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            calls.add(call.getMethodDescriptor().getFullMethodName());
            if (!token.equals(headers.get(TOKEN))) {
                call.close(Status.UNAUTHENTICATED, Refusals.trailers("AXONIQ-1001"));
                return new ServerCall.Listener<>() {};
            }
            if (!context.equals(headers.get(CONTEXT))) {
                call.close(Status.NOT_FOUND, Refusals.trailers("AXONIQ-1302"));
                return new ServerCall.Listener<>() {};
            }
            return next.startCall(call, headers);
        }
    }
}
