package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.get;

import com.eindr.infra.friends.Person;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** What auditors read. */
final class AuditScene implements Scene {
    private static final String AUDIT = "/api/v1/audit";
    private static final String WHY = "purpose=test";

    private final Cast cast;

    AuditScene(Cast cast) {
        this.cast = cast;
    }

    @Override
    public List<Operation> operations() {
        awaitFirstEventInTree();
        return List.of(
                get(AUDIT + "/checkpoint").asking(WHY),
                get(AUDIT + "/keys").asking(WHY),
                get(AUDIT + "/proofs/inclusion").asking(WHY + "&position=1"),
                get(AUDIT + "/proofs/consistency").asking(WHY + "&from=0"),
                get(AUDIT + "/events").asking(WHY),
                get(AUDIT + "/streams/{aggregateId}")
                        .about(Subject.thing(this::findable))
                        .asking(WHY),
                get(AUDIT + "/streams/{aggregateId}/state")
                        .about(Subject.thing(NoteScene::write))
                        .asking(WHY));
    }

    private String findable(Person owner) {
        String note = NoteScene.write(owner);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> cast.session(Onlooker.AUDITOR)
                                .get(AUDIT + "/streams/" + note + "?" + WHY)
                                .status()
                        == 200);
        return note;
    }

    /** Asking is an event, too, so there will be one. */
    private void awaitFirstEventInTree() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> cast.session(Onlooker.AUDITOR)
                                .get(AUDIT + "/proofs/inclusion?" + WHY + "&position=1")
                                .status()
                        == 200);
    }
}
