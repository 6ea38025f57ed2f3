package com.eindr.infra.security;

import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.infra.erasure.PersonKeys;
import com.eindr.shared.UserId;
import com.eindr.shared.VerifiedAddresses;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Commands;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.security.FirstContact;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Registers everybody once a process, and again when a newer token brings an address that this node has not heard of; the
 * account ignores what it has heard before. Whoever was erased is refused for good: a token may outlive its person, and an id
 * never comes to mean somebody else.
 */
@Component
final class RegisterOnFirstContact implements FirstContact {
    private static final int REMEMBERED = 100_000;

    /** Asked for at the first request, so that the edge does not wait for the command bus to be built. */
    private final ObjectProvider<Commands> commands;

    private final PersonKeys keys;
    private final Cache<UserId, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    RegisterOnFirstContact(ObjectProvider<Commands> commands, PersonKeys keys) {
        this.keys = keys;
        this.commands = commands;
    }

    @Override
    public void ensureKnown(Caller caller) {
        keys.requirePresent(caller.userId().value());
        Known before = known.getIfPresent(caller.userId());
        if (before == null || before.isNewTo(caller)) {
            RegisterUser command = new RegisterUser(caller.userId(), caller.addresses());
            commands.getObject().execute(command, new WriteRequest(caller.userId(), null, OptionalLong.empty()));
            VerifiedAddresses addresses = before == null ? VerifiedAddresses.NONE : before.addresses();
            known.put(caller.userId(), new Known(addresses.updatedBy(caller.addresses()), caller.expiresAt()));
        }
    }

    /**
     * What this node has heard of a person.
     *
     * @param until when the token expires that said so: one that expires earlier was issued earlier and knows less
     */
    private record Known(VerifiedAddresses addresses, Instant until) {

        boolean isNewTo(Caller caller) {
            return !caller.expiresAt().isBefore(until)
                    && !addresses.updatedBy(caller.addresses()).equals(addresses);
        }
    }
}
