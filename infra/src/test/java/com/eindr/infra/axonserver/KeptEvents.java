package com.eindr.infra.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.UnaryOperator;

/** The log of one context. Tokens are dense and begin at 0. */
final class KeptEvents {
    private final List<Event> log = new ArrayList<>();
    private final Map<String, List<Event>> streams = new HashMap<>();
    private final Set<Runnable> readers = new CopyOnWriteArraySet<>();

    /** Appends all or nothing: each event of an aggregate has to be the next of its stream. */
    void append(List<Event> events) {
        synchronized (this) {
            Map<String, Long> next = new HashMap<>();
            for (Event event : events) {
                String aggregate = event.getAggregateIdentifier();
                if (!aggregate.isEmpty()) {
                    long expected = next.getOrDefault(aggregate, highestSequence(aggregate) + 1);
                    if (event.getAggregateSequenceNumber() != expected) {
                        throw Refusals.invalidSequence(aggregate, event.getAggregateSequenceNumber(), expected);
                    }
                    next.put(aggregate, expected + 1);
                }
            }
            for (Event event : events) {
                log.add(event);
                streams.computeIfAbsent(event.getAggregateIdentifier(), key -> new ArrayList<>())
                        .add(event);
            }
        }
        readers.forEach(Runnable::run);
    }

    /** Does what nobody can ask for: changes an event behind everybody's back. */
    synchronized void alter(long token, UnaryOperator<Event> change) {
        Event before = log.get((int) token);
        Event after = change.apply(before);
        log.set((int) token, after);
        streams.get(before.getAggregateIdentifier()).replaceAll(event -> event.equals(before) ? after : event);
    }

    synchronized long highestSequence(String aggregate) {
        return streams.getOrDefault(aggregate, List.of()).size() - 1L;
    }

    /** @param to the last sequence number, 0 for no end */
    synchronized List<Event> stream(String aggregate, long from, long to) {
        return streams.getOrDefault(aggregate, List.of()).stream()
                .filter(event -> event.getAggregateSequenceNumber() >= from)
                .filter(event -> to == 0 || event.getAggregateSequenceNumber() <= to)
                .toList();
    }

    synchronized List<EventWithToken> from(long token, long limit) {
        List<EventWithToken> found = new ArrayList<>();
        for (long next = Math.max(0, token); next < log.size() && found.size() < limit; next++) {
            found.add(EventWithToken.newBuilder()
                    .setToken(next)
                    .setEvent(log.get((int) next))
                    .build());
        }
        return found;
    }

    /** The token of the last event; -1 while there is none. */
    synchronized long lastToken() {
        return log.size() - 1L;
    }

    /** The token of the first event that is not older. */
    synchronized long tokenAt(long epochMilli) {
        for (int token = 0; token < log.size(); token++) {
            if (log.get(token).getTimestamp() >= epochMilli) {
                return token;
            }
        }
        return log.size();
    }

    void addReader(Runnable reader) {
        readers.add(reader);
    }

    void removeReader(Runnable reader) {
        readers.remove(reader);
    }

    void forgetReaders() {
        readers.clear();
    }
}
