package com.eindr.infra.isolation;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.eindr.infra.isolation.Operation.Call;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Calls every endpoint as everybody of docs/isolation.md, and expects what the table says. The document explains what to
 * add for a new endpoint.
 */
@EindrTest
class IsolationTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final ApiClient api;
    private final IsolationTable table;

    @Autowired
    IsolationTest(ApiClient api) throws IOException {
        this.api = api;
        this.table = IsolationTable.read();
    }

    @Test
    void the_table_has_a_row_for_every_endpoint_and_for_nothing_else() {
        Set<String> described = new TreeSet<>();
        api.anonymous()
                .get("/v3/api-docs")
                .expect(200)
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(new TreeSet<>(table.rows().keySet()))
                .as("docs/isolation.md says how to add a row for a new endpoint")
                .isEqualTo(described);
    }

    @TestFactory
    Stream<DynamicContainer> everybody_is_answered_as_the_table_says() {
        Cast cast = new Cast(api);
        Map<String, Operation> operations = new LinkedHashMap<>();
        scenes(cast).stream()
                .flatMap(scene -> scene.operations().stream())
                .forEach(operation -> operations.put(operation.endpoint(), operation));
        assertThat(operations.keySet())
                .as("every row needs an operation in a Scene, and every operation a row")
                .isEqualTo(table.rows().keySet().stream().collect(toCollection(TreeSet::new)));
        operations.values().forEach(operation -> operation.subject().prepare(cast));
        cast.begin();
        return table.rows().entrySet().stream()
                .map(row -> dynamicContainer(row.getKey(), cells(cast, operations.get(row.getKey()), row.getValue())));
    }

    private static List<Scene> scenes(Cast cast) {
        return List.of(
                new AccountScene(),
                new ReminderScene(),
                new NoteScene(),
                new SearchScene(cast),
                new NotificationScene(),
                new FriendScene(cast),
                new ProposalScene(cast),
                new LedgerScene(cast),
                new NettingScene(cast),
                new HabitScene(),
                new VoiceScene(),
                new DebtMoveScene(cast),
                new AuditScene(cast),
                new OperationsScene());
    }

    /** The owner comes last: that their request succeeds shows that there was something, and that others left it alone. */
    private static Stream<DynamicTest> cells(Cast cast, Operation operation, Map<Onlooker, Expected> row) {
        return row.keySet().stream()
                .sorted(Comparator.comparing(Onlooker.OWNER::equals))
                .map(caller -> dynamicTest(
                        caller + ": " + row.get(caller), () -> check(cast, operation, caller, row.get(caller))));
    }

    private static void check(Cast cast, Operation operation, Onlooker caller, Expected expected) {
        ApiClient.Session session = cast.session(caller);
        Call call = new Call(caller, operation.subject().namedBy(cast, caller), cast.word(caller));
        Answer answer = operation.send(session, call);
        String what = operation.endpoint() + " as " + caller + ": " + answer.body();

        assertThat(answer.status()).as(what).isEqualTo(expected.status());
        switch (expected.word()) {
            case OWN -> assertThat(cast.secretsFrom(caller)).as(what).noneMatch(answer.body()::contains);
            case SHOWN ->
                assertThat(cast.secretsFrom(Onlooker.STRANGER)).as(what).anyMatch(answer.body()::contains);
            case PLAN -> assertThat(answer.json().has("requiredPlan")).as(what).isTrue();
            case ROLE -> assertThat(answer.problem()).as(what).isEqualTo("forbidden");
            case ALIKE, NOTHING_MORE -> {}
        }
        if (expected.tellsNothing() && operation.namesSomething() && !caller.hasThings()) {
            Call ofNothing = new Call(caller, Subject.nothingLike(call.subject()), call.word());
            assertThat(Told.by(answer, call.subject()))
                    .as(what)
                    .isEqualTo(Told.by(operation.send(session, ofNothing), ofNothing.subject()));
        }
    }
}
