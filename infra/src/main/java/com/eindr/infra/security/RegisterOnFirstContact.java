package com.eindr.infra.security;

import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Commands;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.security.FirstContact;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Registers everybody once a process; the account ignores what it has heard before. */
@Component
final class RegisterOnFirstContact implements FirstContact {
    private static final int REMEMBERED = 100_000;

    /** Asked for at the first request, so that the edge does not wait for the command bus to be built. */
    private final ObjectProvider<Commands> commands;

    private final Cache<UserId, Boolean> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    RegisterOnFirstContact(ObjectProvider<Commands> commands) {
        this.commands = commands;
    }

    @Override
    public void ensureKnown(UserId userId) {
        if (known.getIfPresent(userId) == null) {
            commands.getObject()
                    .execute(new RegisterUser(userId), new WriteRequest(userId, null, OptionalLong.empty()));
            known.put(userId, true);
        }
    }
}
