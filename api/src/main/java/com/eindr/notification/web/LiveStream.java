package com.eindr.notification.web;

import com.eindr.account.AccountEvent.ErasureBegun;
import com.eindr.notification.Change;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One device's connection. Changes are put into a bounded queue by whoever learns of them, and are written by a thread of
 * the connection's own, so that a slow device makes nobody wait; where the queue stays full, the stream ends and the device
 * comes back with the last id it has seen.
 */
final class LiveStream implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final int ROOM = 256;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long RECONNECT_MILLIS = 2_000;

    private final BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(ROOM);
    private final SseEmitter emitter;
    private final Runnable atEnd;
    private volatile boolean full;
    private volatile @Nullable Thread writer;

    /** @param atEnd run once, when the last change has been written or cannot be */
    LiveStream(SseEmitter emitter, Runnable atEnd) {
        this.emitter = emitter;
        this.atEnd = atEnd;
    }

    void start() {
        writer = Thread.ofVirtual().name("live-", 0).start(this);
    }

    /**
     * Called by the subscription's own thread, which falls back to reading the log where this takes long. Throws where
     * there is no room for as long as a device is waited for, which ends the subscription.
     */
    void offer(Change change) {
        try {
            if (!full && waiting.offer(change, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        full = true;
        throw new IllegalStateException("the device does not keep up");
    }

    /** Ends the stream at once. */
    void end() {
        Thread running = writer;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public void run() {
        try {
            // Sent at once, so that the device knows that it is heard.
            emitter.send(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("connected"));
            while (!full || !waiting.isEmpty()) {
                Change change = waiting.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (change == null) {
                    emitter.send(SseEmitter.event().comment("heartbeat"));
                } else {
                    send(change);
                    if (change.event() instanceof ErasureBegun) {
                        LOG.debug("A live stream ended with the account that it was of");
                        return;
                    }
                }
            }
            LOG.info("A live stream ended because its device does not keep up");
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A live stream ended: {}", e.toString());
        } catch (InterruptedException e) {
            LOG.debug("A live stream was ended");
        } finally {
            atEnd.run();
            emitter.complete();
        }
    }

    private void send(Change change) throws IOException {
        emitter.send(SseEmitter.event()
                .id(Long.toString(change.position()))
                .name(change.type())
                .data(LiveBodies.of(change), MediaType.APPLICATION_JSON));
    }
}
