package com.eindr.infra.push;

import com.google.firebase.FirebaseApp;
import com.google.firebase.ThreadManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The Admin SDK sends every message of a batch on a thread of its own; left alone, it would start 500 of them. */
final class FewThreads extends ThreadManager {
    private static final int MOST = 32;

    private final ThreadFactory factory =
            Thread.ofPlatform().name("firebase-push-", 0).daemon().factory();

    @Override
    protected ExecutorService getExecutor(FirebaseApp app) {
        return Executors.newFixedThreadPool(MOST, factory);
    }

    @Override
    protected void releaseExecutor(FirebaseApp app, ExecutorService executor) {
        executor.shutdownNow();
    }

    @Override
    protected ThreadFactory getThreadFactory() {
        return factory;
    }
}
