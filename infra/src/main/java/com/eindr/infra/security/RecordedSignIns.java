package com.eindr.infra.security;

import com.eindr.infra.erasure.SignIns;
import com.eindr.shared.UserId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The local issuer has no accounts: it is remembered whose would have been deleted. */
final class RecordedSignIns implements SignIns {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedSignIns.class);

    private final Set<UserId> closed = ConcurrentHashMap.newKeySet();

    @Override
    public void close(UserId person) {
        if (closed.add(person)) {
            LOG.info("The sign-in of {} would be deleted, if this were not the local issuer.", person);
        }
    }

    boolean hasClosed(UserId person) {
        return closed.contains(person);
    }
}
