package com.eindr.infra.replay;

import com.eindr.infra.positions.ProjectionPositions;
import com.eindr.infra.positions.ProjectionPositions.Standing;
import com.eindr.operation.ActId;
import com.eindr.operation.OperationCommand.OrderReplay;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the read models are, and building one anew. The path is open to the role {@code admin} only. */
@RestController
@RequestMapping(ProjectionController.PATH)
@Tag(name = "Operations")
class ProjectionController {
    static final String PATH = "/api/v1/admin/projections";

    private final ProjectionPositions positions;
    private final Replays replays;
    private final Writes writes;

    ProjectionController(ProjectionPositions positions, Replays replays, Writes writes) {
        this.positions = positions;
        this.replays = replays;
        this.writes = writes;
    }

    /**
     * @param lagMillis how long the first event that is not in the tables has been waiting
     * @param lastReplay null if there was none
     */
    record ProjectionBody(
            String name,
            long position,
            long head,
            long lagEvents,
            long lagMillis,
            String state,
            @Nullable ReplayBody lastReplay) {
        static ProjectionBody of(Standing standing, @Nullable ReplayBody lastReplay) {
            return new ProjectionBody(
                    standing.name(),
                    standing.position(),
                    standing.head(),
                    standing.behind(),
                    standing.lag().toMillis(),
                    standing.state().name(),
                    lastReplay);
        }
    }

    record ProjectionList(List<ProjectionBody> items) {}

    /** @param remainingSeconds null while nobody can tell */
    record ReplayBody(
            String name,
            String state,
            long processed,
            long total,
            long ratePerSecond,
            @Nullable Long remainingSeconds,
            Instant startedAt,
            @Nullable String failure) {
        static ReplayBody of(ReplayProgress progress) {
            return new ReplayBody(
                    progress.projection(),
                    progress.state().name(),
                    progress.processed(),
                    progress.total(),
                    progress.ratePerSecond(),
                    progress.remainingSeconds(),
                    progress.startedAt(),
                    progress.failure());
        }
    }

    @GetMapping
    @Operation(summary = "How far the read models are behind the log, and how their last replays went")
    ProjectionList list() {
        return new ProjectionList(positions.names().stream()
                .map(name -> ProjectionBody.of(
                        positions.standing(name),
                        replays.last(name).map(ReplayBody::of).orElse(null)))
                .toList());
    }

    @PostMapping("/{name}/replay")
    @Operation(summary = "Build a read model anew from all events, while it serves")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ReplayBody> replay(
            @AuthenticationPrincipal Caller caller, @PathVariable String name, WriteRequest write) {
        writes.execute(new OrderReplay(new ActId(TimeOrderedUuid.next()), name, caller.userId()), write);
        ReplayProgress progress = replays.begin(name);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create(PATH + "/" + name + "/replay"))
                .body(ReplayBody.of(progress));
    }

    @GetMapping("/{name}/replay")
    @Operation(summary = "How the last replay of a read model goes, or went")
    ReplayBody progress(@PathVariable String name) {
        return ReplayBody.of(replays.progress(name));
    }
}
