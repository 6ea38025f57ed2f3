package com.eindr.infra.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.eventlog.CurrentWrite.Appended;
import com.eindr.infra.eventlog.CurrentWrite.CallerKey;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an idempotency key costs in PostgreSQL where the log is in Axon Server (docs/decisions/0070). */
class StatementsOfAKeyTest {
    private static final CallerKey KEY = new CallerKey("ana", "key", "fingerprint");
    private static final Pattern WHAT = Pattern.compile("pg_advisory_\\w+|idempotency_key|append_intention");

    private final TestDatabase database = TestServers.freshDatabase();
    private final List<String> statements = new ArrayList<>();

    @Test
    void a_write_with_a_new_key_is_five_statements() throws Exception {
        try (Connection connection = counted(database.connect());
                KeyRecords records = KeyRecords.locked(connection, KEY)) {
            assertThat(records.answered()).isFalse();
            assertThat(records.intend("reminder")).isEmpty();
            records.answer(KEY.fingerprint(), new Appended("reminder", 1, 1));
        }

        assertThat(statements)
                .containsExactly(
                        "pg_advisory_lock",
                        "idempotency_key",
                        "append_intention",
                        "append_intention",
                        "pg_advisory_unlock");
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        WHAT.matcher((String) arguments[0])
                                .results()
                                .limit(1)
                                .forEach(found -> statements.add(found.group()));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
