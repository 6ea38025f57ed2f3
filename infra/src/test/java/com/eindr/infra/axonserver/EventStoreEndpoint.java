package com.eindr.infra.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** The service {@code EventStore} of {@code event.proto}, without snapshots and ad hoc queries. */
final class EventStoreEndpoint extends EventStoreGrpc.EventStoreImplBase {
    private final KeptEvents events;

    EventStoreEndpoint(KeptEvents events) {
        this.events = events;
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> transaction = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                transaction.add(event);
            }

            @Override
            public void onError(Throwable cancelled) {
                transaction.clear();
            }

            @Override
            public void onCompleted() {
                try {
                    events.append(transaction);
                    reply(answer, Confirmation.newBuilder().setSuccess(true).build());
                } catch (StatusRuntimeException refusal) {
                    answer.onError(refusal);
                }
            }
        };
    }

    @Override
    public void listAggregateEvents(GetAggregateEventsRequest request, StreamObserver<Event> answer) {
        events.stream(request.getAggregateId(), request.getInitialSequence(), request.getMaxSequence())
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public void listAggregateSnapshots(GetAggregateSnapshotsRequest request, StreamObserver<Event> answer) {
        answer.onCompleted();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
        Reader reader = new Reader((ServerCallStreamObserver<EventWithToken>) answer);
        reader.call.setOnCancelHandler(() -> events.removeReader(reader));
        return reader;
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        long highest = events.highestSequence(request.getAggregateId());
        reply(
                answer,
                ReadHighestSequenceNrResponse.newBuilder()
                        .setToSequenceNr(highest)
                        .build());
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answer) {
        reply(answer, TrackingToken.newBuilder().setToken(0).build());
    }

    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        reply(answer, TrackingToken.newBuilder().setToken(events.lastToken()).build());
    }

    @Override
    public void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> answer) {
        long token = events.tokenAt(request.getInstant());
        reply(answer, TrackingToken.newBuilder().setToken(token).build());
    }

    private static <T> void reply(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }

    /** One tracking stream: sends as many events as it has permits for, from the token of its first request on. */
    private final class Reader implements StreamObserver<GetEventsRequest>, Runnable {
        private final ServerCallStreamObserver<EventWithToken> call;
        private boolean opened;
        private long next;
        private long permits;

        private Reader(ServerCallStreamObserver<EventWithToken> call) {
            this.call = call;
        }

        @Override
        public void onNext(GetEventsRequest request) {
            synchronized (this) {
                if (!opened) {
                    opened = true;
                    next = request.getTrackingToken();
                    events.addReader(this);
                }
                permits += request.getNumberOfPermits();
            }
            run();
        }

        @Override
        public synchronized void run() {
            for (EventWithToken event : events.from(next, permits)) {
                if (call.isCancelled()) {
                    return;
                }
                call.onNext(event);
                next++;
                permits--;
            }
        }

        @Override
        public void onError(Throwable gone) {
            events.removeReader(this);
        }

        @Override
        public void onCompleted() {
            events.removeReader(this);
            call.onCompleted();
        }
    }
}
