package com.eindr.operation.command;

import com.eindr.operation.ActId;
import com.eindr.operation.OperationCommand.OrderPseudonymKey;
import com.eindr.operation.OperationCommand.OrderReplay;
import com.eindr.operation.OperationCommand.OrderRetry;
import com.eindr.operation.OperationEvent.PseudonymKeyOrdered;
import com.eindr.operation.OperationEvent.ReplayOrdered;
import com.eindr.operation.OperationEvent.RetryOrdered;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ActTest {
    private static final ActId ACT = new ActId(TimeOrderedUuid.next());
    private static final UserId ROOT = new UserId("root");

    private final AggregateTestFixture<Act> act = new AggregateTestFixture<>(Act.class);

    @Test
    void a_replay_is_on_record_with_whoever_ordered_it() {
        act.givenNoPriorActivity()
                .when(new OrderReplay(ACT, "reminders", ROOT))
                .expectEvents(new ReplayOrdered(ACT, "reminders", "root"))
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_retry_is_on_record_with_whoever_ordered_it() {
        act.givenNoPriorActivity()
                .when(new OrderRetry(ACT, "inbox", ROOT))
                .expectEvents(new RetryOrdered(ACT, "inbox", "root"))
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_new_key_for_pseudonyms_is_on_record_with_whoever_ordered_it() {
        act.givenNoPriorActivity()
                .when(new OrderPseudonymKey(ACT, ROOT))
                .expectEvents(new PseudonymKeyOrdered(ACT, "root"))
                .expectResultMessagePayload(1L);
    }
}
