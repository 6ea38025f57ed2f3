package com.eindr.shared.web;

import com.eindr.shared.UserId;
import com.eindr.shared.VerifiedAddresses;
import java.time.Instant;
import java.util.Set;

/**
 * Who makes a request, as their verified token says. Controllers take it as {@code @AuthenticationPrincipal Caller}.
 *
 * @param userId the token's subject
 * @param roles empty for most people
 * @param addresses those that the token says are verified
 * @param expiresAt when the token ends, and with it everything that was begun with it
 */
public record Caller(UserId userId, Set<Role> roles, VerifiedAddresses addresses, Instant expiresAt) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
