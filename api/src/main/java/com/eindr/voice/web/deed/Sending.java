package com.eindr.voice.web.deed;

import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.Rehearsal;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import org.springframework.stereotype.Component;

/** Sends commands, or only tries them. */
@Component
class Sending {
    private final Writes writes;

    Sending(Writes writes) {
        this.writes = writes;
    }

    /** @param position 0 for what was only tried */
    record Sent(String id, long version, long position) {}

    Sent send(Act act, Object command) {
        return send(act, command, act.write());
    }

    Sent send(Act act, Object command, WriteRequest write) {
        if (act.rehearsed()) {
            Rehearsal would = writes.rehearse(command, write);
            return new Sent(would.aggregateId(), would.version(), 0);
        }
        Receipt receipt = writes.execute(command, write);
        return new Sent(receipt.aggregateId(), receipt.version(), receipt.position());
    }
}
