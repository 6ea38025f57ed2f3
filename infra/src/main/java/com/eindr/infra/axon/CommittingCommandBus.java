package com.eindr.infra.axon;

import java.util.ArrayDeque;
import java.util.Deque;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Handles each command on the caller's thread, to the end: when {@code dispatch} returns, its events are durable.
 *
 * <p>Stock Axon nests the unit of work of a command that a saga sends in the saga's own, and appends its events when the
 * saga's whole batch commits: a hundred commands then win or lose together, and hold their aggregates' locks meanwhile.
 * Here the saga's unit of work steps aside while the command runs. If the saga's batch fails afterwards, the command is
 * sent again, and the aggregate ignores it.
 *
 * <p>A command that lost a race against another writer of its aggregate is decided again, on the aggregate's new state.
 */
public final class CommittingCommandBus extends SimpleCommandBus {
    private static final int ATTEMPTS = 8;

    public CommittingCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void doDispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        Deque<UnitOfWork<?>> aside = stepAside();
        CommandResultMessage<? extends R> result;
        try {
            result = decide(command);
            for (int attempt = 1; lostRace(result, attempt); attempt++) {
                result = decide(command);
            }
        } finally {
            while (!aside.isEmpty()) {
                CurrentUnitOfWork.set(aside.pop());
            }
        }
        callback.onResult(command, result);
    }

    private <C, R> CommandResultMessage<? extends R> decide(CommandMessage<C> command) {
        Answer<C, R> answer = new Answer<>();
        super.<C, R>doDispatch(command, answer);
        CommandResultMessage<? extends R> result = answer.result;
        if (result == null) {
            throw new IllegalStateException("the handler of " + command.getCommandName() + " did not answer");
        }
        return result;
    }

    /** Whoever loses the creation of an aggregate tries once more: the command may be content with an existing one. */
    private static boolean lostRace(CommandResultMessage<?> result, int attempt) {
        return result.isExceptional()
                && switch (result.exceptionResult()) {
                    case ConcurrencyException e -> attempt < ATTEMPTS;
                    case AggregateStreamCreationException e -> attempt == 1;
                    default -> false;
                };
    }

    private static Deque<UnitOfWork<?>> stepAside() {
        Deque<UnitOfWork<?>> aside = new ArrayDeque<>();
        while (CurrentUnitOfWork.isStarted()) {
            UnitOfWork<?> current = CurrentUnitOfWork.get();
            CurrentUnitOfWork.clear(current);
            aside.push(current);
        }
        return aside;
    }

    private static final class Answer<C, R> implements CommandCallback<C, R> {
        private @Nullable CommandResultMessage<? extends R> result;

        @Override
        public void onResult(
                CommandMessage<? extends C> command, CommandResultMessage<? extends R> commandResultMessage) {
            result = commandResultMessage;
        }
    }
}
