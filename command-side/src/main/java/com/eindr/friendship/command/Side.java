package com.eindr.friendship.command;

import com.eindr.friendship.Kind;
import com.eindr.friendship.Permissions;
import com.eindr.friendship.RequestId;
import com.eindr.shared.UserId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one of two people wants, knows, and lets the other do. */
final class Side {
    /** Asks the other, and knows whom. */
    boolean asks;

    /** Asks the other by addresses, without knowing whom. */
    final Set<RequestId> invitations = new LinkedHashSet<>();

    /** The other has this side's request before them. */
    boolean isBeforeTheOther;

    /** Was asked and said no; is not asked again, but may yet ask. */
    boolean declines;

    boolean blocks;
    Permissions grants = Permissions.INITIAL;

    /** How many events this side has seen. */
    long seen;

    /** How often this side made use of what the other lets it do, on the last day it did; debts are counted apart. */
    int usesOfTheDay;

    int debtsOfTheDay;

    @Nullable
    LocalDate dayOfUses;

    /** Whether, if the other asked, both would be agreed. */
    boolean wants() {
        return asks || !invitations.isEmpty();
    }

    boolean wants(@Nullable RequestId invitation) {
        return invitation == null ? asks : invitations.contains(invitation);
    }

    void ask(@Nullable RequestId invitation) {
        if (invitation == null) {
            asks = true;
        } else {
            invitations.add(invitation);
        }
    }

    void askNoLonger(@Nullable RequestId invitation) {
        if (invitation == null) {
            asks = false;
        } else {
            invitations.remove(invitation);
        }
    }

    /** A friendship begins or ends: nothing that was asked, declined or granted before counts any more. */
    void beginAnew() {
        asks = false;
        invitations.clear();
        isBeforeTheOther = false;
        declines = false;
        grants = Permissions.INITIAL;
    }

    boolean mayUse(Kind kind, LocalDate day, FriendshipPolicy policy) {
        if (!day.equals(dayOfUses)) {
            return true;
        }
        return kind == Kind.DEBTS ? debtsOfTheDay < policy.debtsPerDay() : usesOfTheDay < policy.proposalsPerDay();
    }

    void use(Kind kind, LocalDate day) {
        boolean another = !day.equals(dayOfUses);
        usesOfTheDay = (another ? 0 : usesOfTheDay) + (kind == Kind.DEBTS ? 0 : 1);
        debtsOfTheDay = (another ? 0 : debtsOfTheDay) + (kind == Kind.DEBTS ? 1 : 0);
        dayOfUses = day;
    }

    FriendshipSnapshot.Person snapshot(UserId user) {
        return new FriendshipSnapshot.Person(
                user,
                asks,
                List.copyOf(invitations),
                isBeforeTheOther,
                declines,
                blocks,
                grants,
                seen,
                usesOfTheDay,
                debtsOfTheDay,
                dayOfUses);
    }

    static Side of(FriendshipSnapshot.Person person) {
        Side side = new Side();
        side.asks = person.asks();
        side.invitations.addAll(person.invitations());
        side.isBeforeTheOther = person.isBeforeTheOther();
        side.declines = person.declines();
        side.blocks = person.blocks();
        side.grants = person.grants();
        side.seen = person.seen();
        side.usesOfTheDay = person.usesOfTheDay();
        side.debtsOfTheDay = person.debtsOfTheDay();
        side.dayOfUses = person.dayOfUses();
        return side;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Side other && state().equals(other.state());
    }

    @Override
    public int hashCode() {
        return state().hashCode();
    }

    private List<?> state() {
        return Arrays.asList(
                asks,
                invitations,
                isBeforeTheOther,
                declines,
                blocks,
                grants,
                seen,
                usesOfTheDay,
                debtsOfTheDay,
                dayOfUses);
    }
}
