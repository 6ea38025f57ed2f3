package com.eindr.voice.web.deed;

import com.eindr.shared.UserId;
import com.eindr.shared.web.ProblemWriter;
import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.Seals;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import com.eindr.shared.web.Writes;
import com.eindr.voice.web.deed.Sending.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes back what was done, by further commands. A token holds everything that it takes, so it is good on every node and for
 * as long as nothing else happens to the things; it is good for its person alone.
 */
@Component
public class Undoing {
    private static final String PURPOSE = "undo";
    private static final String BETWEEN = "~";
    /** More than this are not taken back by a word, so that a token stays one that a header could carry. */
    private static final int MOST = 100;

    private static final int LONGEST = 16_000;

    private final Seals seals;
    private final Writes writes;
    private final ProblemWriter problems;

    Undoing(Seals seals, Writes writes, ProblemWriter problems) {
        this.seals = seals;
        this.writes = writes;
        this.problems = problems;
    }

    /**
     * What has become of it.
     *
     * @param things how many are as they were before
     * @param problem why the first of the others is not; null where all are
     */
    record Undone(int things, @Nullable Map<String, Object> problem, long position) {}

    /** Null where nothing can be taken back. */
    @Nullable
    String token(UserId user, List<Compensation> undo) {
        if (undo.isEmpty() || undo.size() > MOST) {
            return null;
        }
        String token = seals.seal(
                undo.reversed().stream().map(Compensation::written).collect(Collectors.joining(BETWEEN)),
                PURPOSE,
                user.value());
        return token.length() > LONGEST ? null : token;
    }

    /** Empty where the token is not this person's. */
    public Optional<List<Compensation>> open(UserId user, String token) {
        return seals.open(token, PURPOSE, user.value())
                .map(text -> Arrays.stream(text.split(BETWEEN, -1))
                        .flatMap(part -> Compensation.read(part).stream())
                        .toList());
    }

    /**
     * Takes back, the latest first, what has not changed since but by itself. Its keys follow from the token, so doing it
     * again changes nothing and is answered alike.
     */
    Undone undo(UserId user, String token, List<Compensation> undo, boolean rehearsed) {
        String name =
                UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)).toString();
        Map<UUID, Long> versions = new HashMap<>();
        long position = 0;
        Map<String, Object> problem = null;
        for (int i = 0; i < undo.size(); i++) {
            Compensation one = undo.get(i);
            IdempotencyKey key = new IdempotencyKey("undo:" + name + "#" + i, name);
            long version = versions.getOrDefault(one.id(), one.version());
            WriteRequest write = new WriteRequest(user, key, OptionalLong.of(version));
            try {
                Sent sent = send(one.command(user), write, rehearsed);
                position = Math.max(position, sent.position());
                versions.put(one.id(), sent.version());
            } catch (RuntimeException e) {
                problem = problem == null ? problems.documentOf(e) : problem;
            }
        }
        return new Undone(versions.size(), problem, position);
    }

    private Sent send(Object command, WriteRequest write, boolean rehearsed) {
        if (rehearsed) {
            return new Sent("", writes.rehearse(command, write).version(), 0);
        }
        Receipt receipt = writes.execute(command, write);
        return new Sent(receipt.aggregateId(), receipt.version(), receipt.position());
    }
}
