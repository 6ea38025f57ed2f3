package com.eindr.infra.push;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the dispatcher at work while the node runs. */
@Component
class PushDispatching implements SmartLifecycle, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PushDispatching.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PushDispatcher dispatcher;
    private final PushProperties properties;
    private volatile @Nullable Thread thread;

    PushDispatching(PushDispatcher dispatcher, PushProperties properties) {
        this.dispatcher = dispatcher;
        this.properties = properties;
    }

    @Override
    public void run() {
        while (thread != null) {
            try {
                boolean more = dispatcher.round();
                if (!more) {
                    TimeUnit.MILLISECONDS.sleep(properties.poll().toMillis());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (thread == null) {
                    return;
                }
                LOG.warn("A batch of pushes failed and comes again when its lease runs out", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void start() {
        Thread starting = Thread.ofPlatform().name("push-dispatcher").daemon().unstarted(this);
        thread = starting;
        starting.start();
    }

    /** What is under way is waited for, for a moment; after that its lease takes care of it. */
    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1;
    }
}
