package com.eindr.infra.isolation;

import static com.eindr.infra.isolation.Operation.get;

import com.eindr.infra.friends.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;

/** The search by meaning. The play begins when what the owner wrote is understood. */
final class SearchScene implements Scene {
    private static final String SEARCH = "/api/v1/search";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    SearchScene(Cast cast) {
        Person owner = cast.owner();
        String token = Objects.requireNonNull(owner.api()
                .post("notes", Map.of("content", "The quagga is an animal like a zebra. " + Cast.wordOf(owner)))
                .expect(201)
                .header("Consistency-Token"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> owner.api()
                                .get(SEARCH + "?q=zebra", "Consistent-With", token)
                                .status()
                        == 200);
    }

    @Override
    public List<Operation> operations() {
        return List.of(get(SEARCH).asking("q=zebra"));
    }
}
