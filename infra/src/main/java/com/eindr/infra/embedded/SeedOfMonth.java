package com.eindr.infra.embedded;

import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.Party;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Commands;
import com.eindr.shared.web.WriteRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Gives a person a month to look back on: a debt a day, with contacts that only they know. */
@Component
@EmbeddedOnly
class SeedOfMonth {
    static final int DAYS = 30;

    private static final List<String> CONTACTS = List.of("The corner shop", "Cousin Bilal", "The tea house");

    private final Commands commands;
    private final Clock clock;

    SeedOfMonth(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Asked twice on one day, it plants nothing the second time. */
    void plant(UserId owner) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        for (int ago = 1; ago <= DAYS; ago++) {
            LocalDate day = today.minusDays(ago);
            try {
                commands.execute(debt(owner, day), new WriteRequest(owner, null, OptionalLong.empty()));
            } catch (Refusal refusal) {
                if (refusal.reason() != LedgerRefusal.DEBT_EXISTS) {
                    throw refusal;
                }
            }
        }
    }

    /** The day says everything, so that planting it again meets it. */
    private static RecordDebt debt(UserId owner, LocalDate day) {
        long number = day.getDayOfYear();
        String contact = CONTACTS.get((int) number % CONTACTS.size());
        long cents = 350L + number * number * 131L % 4_700;
        return new RecordDebt(
                new DebtId(DerivedUuid.of("seed of a month", owner.value(), day.toString())),
                owner,
                Party.contactOf(owner, contact),
                number % 5 == 0 ? DebtDirection.I_OWE : DebtDirection.OWED_TO_ME,
                new Money(cents, Money.currency("EUR")),
                null,
                day,
                ZoneOffset.UTC);
    }
}
