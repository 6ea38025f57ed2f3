package com.eindr.shared.web;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Does several writes of one request, each with its own outcome, and answers in the order of the request.
 *
 * <p>They run at the same time, since the event log gathers what arrives together into one commit; but so many only,
 * that one caller's bulk does not keep everybody else waiting.
 */
@Component
public class BulkWrites {
    private static final int AT_ONCE = 16;

    private final Writes writes;
    private final ProblemWriter problems;

    BulkWrites(Writes writes, ProblemWriter problems) {
        this.writes = writes;
        this.problems = problems;
    }

    /**
     * The answer to a bulk request.
     *
     * @param results one for each item, in order
     */
    public record Answer(List<Outcome> results) {
        public Answer {
            results = List.copyOf(results);
        }
    }

    /**
     * Does {@code count} writes.
     *
     * @param status of an item that goes well
     * @param command makes the command of the item at an index; what it throws is that item's problem
     */
    public ResponseEntity<Answer> execute(int count, HttpStatus status, WriteRequest write, IntFunction<?> command) {
        String correlation = Correlation.current();
        Semaphore room = new Semaphore(AT_ONCE);
        List<Attempt> attempts;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Attempt>> running = IntStream.range(0, count)
                    .mapToObj(index -> threads.submit(() -> {
                        room.acquire();
                        try {
                            return Correlation.as(correlation).call(() -> attempt(index, status, write, command));
                        } finally {
                            room.release();
                        }
                    }))
                    .toList();
            attempts = running.stream().map(BulkWrites::result).toList();
        }
        long position = attempts.stream().mapToLong(Attempt::position).max().orElse(0);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (position > 0) {
            answer.header(Writes.CONSISTENCY_TOKEN, writes.tokenOf(position));
        }
        return answer.body(new Answer(attempts.stream().map(Attempt::outcome).toList()));
    }

    private record Attempt(Outcome outcome, long position) {}

    private Attempt attempt(int index, HttpStatus status, WriteRequest write, IntFunction<?> command) {
        try {
            Receipt receipt = writes.execute(command.apply(index), write.item(index));
            return new Attempt(
                    new Outcome(status.value(), receipt.aggregateId(), receipt.version(), null), receipt.position());
        } catch (RuntimeException e) {
            Problem problem = ProblemResolver.problem(e);
            return new Attempt(new Outcome(problem.status().value(), null, null, problems.document(problem)), 0);
        }
    }

    private static Attempt result(Future<Attempt> attempt) {
        try {
            return attempt.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during a bulk request", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("an item of a bulk request broke", e.getCause());
        }
    }
}
