package com.eindr.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.NettingCommand.ApproveNetting;
import com.eindr.ledger.NettingCommand.ProposeNetting;
import com.eindr.ledger.NettingCommand.RejectNetting;
import com.eindr.ledger.NettingCommand.WithdrawNetting;
import com.eindr.ledger.NettingId;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Five friends owe each other and net in circles of three to five, and a table of numbers says what must come of it. */
class NettingModelTest {
    private static final List<UserId> PEOPLE = IntStream.range(0, 5)
            .mapToObj(number -> new UserId("person" + number))
            .toList();
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    /** Somebody does something to the proposal of this number, or owes so much to another. */
    record Deed(What what, int who, int other, List<Integer> circle, int number, int amount) {}

    enum What {
        OWE,
        PROPOSE,
        APPROVE,
        APPROVE_ALL,
        REJECT,
        WITHDRAW
    }

    @Property(tries = 100)
    void everybodys_sum_stays_and_every_line_of_the_circle_shrinks_by_the_amount_or_none_does(
            @ForAll("deeds") List<Deed> deeds) {
        InMemoryLedger ledger = new InMemoryLedger(
                Clock.fixed(NOON, ZoneOffset.UTC), Entitled.to(Plan.ELITE), PEOPLE.toArray(new UserId[0]));
        PEOPLE.forEach(person -> ledger.permit(person, Permission.ALLOW));
        Table table = new Table();
        int debts = 0;
        for (int who = 0; who < 5; who++) {
            for (int next = 1; next <= 2; next++) {
                Deed lent = new Deed(What.OWE, who, (who + next) % 5, List.of(), 0, 2 + who * next);
                table.allows(lent, who);
                ledger.send(command(lent, who, debts++));
            }
        }
        for (Deed deed : deeds) {
            for (int who : deed.what() == What.APPROVE_ALL ? List.of(0, 1, 2, 3, 4) : List.of(deed.who())) {
                long[] before = table.sums();
                boolean owes = deed.what() == What.OWE;
                boolean allowed = table.allows(deed, who);
                boolean done = ledger.send(command(deed, who, debts++)) == null;
                assertThat(done).as("%s by %s", deed, who).isEqualTo(allowed);
                if (!owes) {
                    assertThat(table.sums()).isEqualTo(before);
                }
                assertThat(owed(ledger)).isDeepEqualTo(table.owed);
            }
        }
        table.ends().forEach(end -> Statistics.label("what became of proposals").collect(end));
        Statistics.label("what became of proposals")
                .coverage(checker -> checker.check("netted").count(count -> count > 0));
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<List<Integer>> any = Combinators.combine(
                        Arbitraries.shuffle(0, 1, 2, 3, 4),
                        Arbitraries.integers().between(3, 5))
                .as((people, size) -> List.copyOf(people.subList(0, size)));
        // Everybody begins by owing the next one and the one after: these are circles of such lines.
        Arbitrary<List<Integer>> likely = Combinators.combine(
                        Arbitraries.of(
                                List.of(0, 1, 3), List.of(0, 2, 4), List.of(0, 1, 2, 3, 4), List.of(0, 2, 4, 1, 3)),
                        Arbitraries.integers().between(0, 4))
                .as((people, turn) ->
                        people.stream().map(person -> (person + turn) % 5).toList());
        Arbitrary<List<Integer>> circle = Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(4, likely));
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, What.OWE),
                                Tuple.of(6, What.PROPOSE),
                                Tuple.of(6, What.APPROVE),
                                Tuple.of(4, What.APPROVE_ALL),
                                Tuple.of(1, What.REJECT),
                                Tuple.of(1, What.WITHDRAW)),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(1, 4),
                        circle,
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5))
                .as((what, who, next, ring, number, amount) -> new Deed(
                        what,
                        what == What.PROPOSE ? ring.get(who % ring.size()) : who,
                        (who + next) % 5,
                        ring,
                        number,
                        amount))
                .list()
                .ofMinSize(25)
                .ofMaxSize(60);
    }

    /** What each owes each, and the proposals, as plainly as it can be said. */
    private static final class Table {
        /** In minor units: what the first owes the second, negative the other way. */
        private final long[][] owed = new long[5][5];

        private final @Nullable Proposal[] proposals = new @Nullable Proposal[6];

        private static final class Proposal {
            final int by;
            final List<Integer> circle;
            final long amount;
            final Set<Integer> approved = new HashSet<>();
            String became = "open";

            Proposal(int by, List<Integer> circle, long amount) {
                this.by = by;
                this.circle = circle;
                this.amount = amount;
                approved.add(by);
            }

            int after(int place) {
                return circle.get((place + 1) % circle.size());
            }
        }

        /** What each is owed by all together. */
        long[] sums() {
            return IntStream.range(0, 5)
                    .mapToLong(who -> -IntStream.range(0, 5)
                            .mapToLong(other -> owed[who][other])
                            .sum())
                    .toArray();
        }

        Stream<String> ends() {
            return Stream.of(proposals)
                    .filter(Objects::nonNull)
                    .map(proposal -> proposal.became.split(" ", -1)[0]);
        }

        /** Whether it may be; then it is done. */
        boolean allows(Deed deed, int who) {
            @Nullable Proposal proposal = proposals[deed.number()];
            if (deed.what() == What.OWE) {
                owe(who, deed.other(), deed.amount() + 1);
                return true;
            }
            if (deed.what() == What.PROPOSE) {
                return proposal == null && deed.circle().contains(who) && propose(deed, who);
            }
            if (proposal == null || !proposal.circle.contains(who)) {
                return false;
            }
            return switch (deed.what()) {
                case APPROVE, APPROVE_ALL -> approve(proposal, who);
                case REJECT -> who != proposal.by && end(proposal, "rejected by " + who);
                case WITHDRAW -> who == proposal.by && end(proposal, "withdrawn");
                case OWE, PROPOSE -> throw new IllegalStateException();
            };
        }

        private boolean propose(Deed deed, int who) {
            long amount = deed.amount() > 0 ? deed.amount() : free(deed.circle(), who);
            Proposal proposal = new Proposal(who, deed.circle(), amount);
            if (amount <= 0 || free(deed.circle(), who) < amount) {
                return false;
            }
            proposals[deed.number()] = proposal;
            return true;
        }

        private boolean approve(Proposal proposal, int who) {
            if (proposal.approved.contains(who)
                    && (proposal.became.equals("open") || proposal.became.equals("netted"))) {
                return true;
            }
            if (!proposal.became.equals("open") || free(proposal.circle, who) < proposal.amount) {
                return false;
            }
            proposal.approved.add(who);
            if (proposal.approved.size() == proposal.circle.size()) {
                boolean covered =
                        proposal.circle.stream().allMatch(party -> free(proposal.circle, party) >= proposal.amount);
                proposal.became = covered ? "netted" : "lapsed";
                for (int place = 0; covered && place < proposal.circle.size(); place++) {
                    owe(proposal.after(place), proposal.circle.get(place), proposal.amount);
                }
            }
            return true;
        }

        private static boolean end(Proposal proposal, String how) {
            if (proposal.became.equals("open")) {
                proposal.became = how;
            }
            return proposal.became.equals(how);
        }

        /** The smaller of the two lines of one in a circle. */
        private long free(List<Integer> circle, int who) {
            int place = circle.indexOf(who);
            int next = circle.get((place + 1) % circle.size());
            int previous = circle.get((place + circle.size() - 1) % circle.size());
            return Math.min(owed[who][next], owed[previous][who]);
        }

        private void owe(int debtor, int creditor, long amount) {
            owed[debtor][creditor] += amount;
            owed[creditor][debtor] -= amount;
        }
    }

    private static Object command(Deed deed, int who, int number) {
        UserId by = PEOPLE.get(who);
        NettingId id = new NettingId(new UUID(5, deed.number()));
        return switch (deed.what()) {
            case OWE ->
                new RecordDebt(
                        new DebtId(new UUID(7, number)),
                        by,
                        Party.user(PEOPLE.get(deed.other())),
                        DebtDirection.I_OWE,
                        new Money(deed.amount() + 1, EUR),
                        null,
                        null,
                        ZoneOffset.UTC);
            case PROPOSE ->
                new ProposeNetting(
                        id,
                        by,
                        deed.circle().stream().map(PEOPLE::get).toList(),
                        deed.amount() > 0 ? new Money(deed.amount(), EUR) : null,
                        EUR);
            case APPROVE, APPROVE_ALL -> new ApproveNetting(id, by, ZoneOffset.UTC);
            case REJECT -> new RejectNetting(id, by);
            case WITHDRAW -> new WithdrawNetting(id, by);
        };
    }

    /** What each owes each, from the log. */
    private static long[][] owed(InMemoryLedger ledger) {
        long[][] owed = new long[5][5];
        ledger.log()
                .filter(EntryPosted.class::isInstance)
                .map(EntryPosted.class::cast)
                .forEach(entry -> {
                    int debtor = PEOPLE.indexOf(entry.debtor().userId());
                    int creditor = PEOPLE.indexOf(entry.creditor().userId());
                    owed[debtor][creditor] += entry.amount().minor();
                    owed[creditor][debtor] -= entry.amount().minor();
                });
        return owed;
    }
}
