package com.eindr.ledger.web;

import com.eindr.ledger.LedgerQuery.LinesAfter;
import com.eindr.ledger.LineView;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import java.util.Currency;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Every entry of somebody, the earliest first, with the balance after it. It holds some hundred entries at a time, and one
 * balance for each counterparty and currency. Entries are only ever added, so what is read later belongs to what was read
 * before.
 */
final class WholeStatement implements Iterator<WholeStatement.Row> {
    private static final int AT_ONCE = 500;

    private final Function<LinesAfter, List<LineView>> ask;
    private final Function<Party, String> nameOf;
    private final Map<Pair, Money> balances = new LinkedHashMap<>();
    private LinesAfter question;
    private Iterator<LineView> lines;
    private boolean last;

    /** With whom, and in what. */
    record Pair(Party counterparty, Currency currency) {}

    /** An entry, with the name of the counterparty and what is owed between the two after it. */
    record Row(LineView line, String name, Money balance) {}

    /** What is owed in the end. */
    record Balance(String name, Money owed) {}

    /**
     * @param ask answers the question for some entries
     * @param nameOf what a party is called
     */
    WholeStatement(StatementRequest request, Function<LinesAfter, List<LineView>> ask, Function<Party, String> nameOf) {
        this.ask = ask;
        this.nameOf = nameOf;
        this.question = new LinesAfter(request.user(), request.counterparty(), request.currency(), 0, AT_ONCE);
        this.lines = more();
    }

    private Iterator<LineView> more() {
        List<LineView> page = ask.apply(question);
        last = page.size() < AT_ONCE;
        return page.iterator();
    }

    @Override
    public boolean hasNext() {
        if (!lines.hasNext() && !last) {
            lines = more();
        }
        return lines.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        LineView line = lines.next();
        question =
                new LinesAfter(question.user(), question.counterparty(), question.currency(), line.position(), AT_ONCE);
        Money balance = balances.merge(
                new Pair(line.counterparty(), line.amount().currency()),
                line.amount(),
                (before, amount) -> new Money(Math.addExact(before.minor(), amount.minor()), before.currency()));
        return new Row(line, nameOf.apply(line.counterparty()), balance);
    }

    /** After all entries. */
    List<Balance> balances() {
        return balances.entrySet().stream()
                .map(pair -> new Balance(nameOf.apply(pair.getKey().counterparty()), pair.getValue()))
                .toList();
    }
}
