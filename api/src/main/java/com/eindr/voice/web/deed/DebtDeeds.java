package com.eindr.voice.web.deed;

import com.eindr.ledger.BalanceView;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.voice.Choice;
import com.eindr.voice.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what somebody owes, settles it, and says what stands open. */
@Component
class DebtDeeds implements Family {
    private static final String DEBTS = "/api/v1/ledger/debts/";
    private static final String SETTLEMENTS = "/api/v1/ledger/settlements/";

    private final Sending sending;
    private final Finding finding;
    private final Parties parties;

    DebtDeeds(Sending sending, Finding finding, Parties parties) {
        this.sending = sending;
        this.finding = finding;
        this.parties = parties;
    }

    @Override
    public Set<Intent> intents() {
        return Set.of(Intent.DEBT_RECORD, Intent.DEBT_SETTLE, Intent.DEBT_QUERY);
    }

    @Override
    public Done act(Act act) {
        finding.see(act);
        Parties.Circle circle = parties.of(act.user());
        String name = act.slots().counterparty();
        List<Party> named = named(act, circle);
        if (named.size() > 1) {
            List<Choice> choices = new ArrayList<>();
            choices.add(new Choice(
                    OpenQuestions.COUNTERPARTY,
                    named.stream().map(circle::fullNameOf).toList()));
            others(act).forEach(choices::add);
            return Done.asked(act, choices, named.stream().map(Parties::thing).toList());
        }
        Party party = !named.isEmpty() ? named.getFirst() : name == null ? null : circle.contact(name);
        if (act.intent() == Intent.DEBT_SETTLE && act.slots().amount() == null && party != null && isKnown(act)) {
            return askForAll(act, circle, party);
        }
        if (!act.order().isClear()) {
            return Done.asked(act, act.order().said().choices(), List.of());
        }
        return switch (act.intent()) {
            case DEBT_RECORD -> record(act, circle, required(party));
            case DEBT_SETTLE -> settle(act, circle, required(party));
            default -> query(act, circle, party);
        };
    }

    private static List<Party> named(Act act, Parties.Circle circle) {
        String name = act.slots().counterparty();
        if (!act.order().chosen().isEmpty()) {
            return List.of(circle.chosen(act.order().chosen().getFirst()));
        }
        return name == null ? List.of() : circle.named(name);
    }

    private static List<Choice> others(Act act) {
        return act.order().said().choices().stream()
                .filter(choice -> !choice.slot().equals(OpenQuestions.COUNTERPARTY))
                .toList();
    }

    private static boolean isKnown(Act act) {
        return act.order().said().choices().stream()
                .noneMatch(choice -> choice.slot().equals(OpenQuestions.COUNTERPARTY));
    }

    /** Without an amount all of it is meant, which is said before it is done. */
    private static Done askForAll(Act act, Parties.Circle circle, Party party) {
        List<String> amounts = circle.balances().stream()
                .filter(balance -> balance.counterparty().equals(party))
                .map(BalanceView::net)
                .filter(net -> net.minor() != 0)
                .map(net -> (net.isPositive() ? net : net.negated()).toString())
                .toList();
        return amounts.isEmpty()
                ? Done.nothing(act, circle.nameOf(party))
                : Done.asked(act, List.of(new Choice(OpenQuestions.AMOUNT, amounts)), List.of());
    }

    private Done record(Act act, Parties.Circle circle, Party party) {
        Money amount = amount(act);
        boolean owedToMe = !Boolean.FALSE.equals(act.slots().owedToMe());
        Sending.Sent sent = sending.send(
                act,
                new RecordDebt(
                        new DebtId(TimeOrderedUuid.next()),
                        act.user(),
                        party,
                        owedToMe ? DebtDirection.OWED_TO_ME : DebtDirection.I_OWE,
                        amount,
                        act.slots().content(),
                        null,
                        act.person().zone()));
        Result result = new Result.DebtRecorded(circle.nameOf(party), owedToMe, amount, awaits(party, sent));
        return Done.done(act, DEBTS + sent.id(), result)
                .with(sent.position(), List.of(Compensation.of(Compensation.What.REVERSE_DEBT, sent, "")));
    }

    private Done settle(Act act, Parties.Circle circle, Party party) {
        Money amount = amount(act);
        Sending.Sent sent = sending.send(
                act,
                new ProposeSettlement(
                        new SettlementId(TimeOrderedUuid.next()),
                        act.user(),
                        party,
                        amount,
                        null,
                        act.person().zone()));
        boolean owedToMe = circle.balances().stream()
                .anyMatch(balance -> balance.counterparty().equals(party)
                        && balance.net().currency().equals(amount.currency())
                        && balance.net().isPositive());
        Result result = new Result.DebtSettled(circle.nameOf(party), owedToMe, amount, awaits(party, sent));
        // What nobody was asked about counts already, and is taken back by an entry the other way.
        Compensation.What what =
                party.isUser() ? Compensation.What.WITHDRAW_SETTLEMENT : Compensation.What.REVERSE_SETTLEMENT;
        List<Compensation> undo = List.of(Compensation.of(what, sent, ""));
        return Done.done(act, SETTLEMENTS + sent.id(), result).with(sent.position(), undo);
    }

    private static Done query(Act act, Parties.Circle circle, @Nullable Party party) {
        Boolean owedToMe = act.slots().owedToMe();
        List<Result.Owed.Balance> balances = circle.balances().stream()
                .filter(balance -> party == null || balance.counterparty().equals(party))
                .filter(balance -> balance.net().minor() != 0)
                .filter(balance -> owedToMe == null || balance.net().isPositive() == owedToMe)
                .map(balance -> new Result.Owed.Balance(circle.nameOf(balance.counterparty()), balance.net()))
                .toList();
        return Done.done(act, null, new Result.Owed(party == null ? null : circle.nameOf(party), owedToMe, balances));
    }

    /** What is agreed at once is two events in one commit. */
    private static boolean awaits(Party party, Sending.Sent sent) {
        return party.isUser() && sent.version() == 1;
    }

    private static Money amount(Act act) {
        Money amount = act.slots().amount();
        if (amount == null) {
            throw new IllegalStateException("what is clear has an amount");
        }
        return amount;
    }

    private static Party required(@Nullable Party party) {
        if (party == null) {
            throw new IllegalStateException("what is clear has a counterparty");
        }
        return party;
    }
}
