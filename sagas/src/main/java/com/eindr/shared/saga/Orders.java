package com.eindr.shared.saga;

import com.eindr.shared.MessageKeys;
import com.eindr.shared.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives the orders of sagas and automations. The command bus decides each to its end before it answers, apart from the
 * unit of work in which it was given.
 *
 * <p>An order that the domain refuses, or whose target is gone, came too late; that is logged and counts as decided.
 */
@Component
public class Orders {
    /** More would only wait for database connections, which the rest of the application needs too. */
    private static final int MOST_SIDE_BY_SIDE = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final CommandGateway commands;
    private final ParkedOrders parked;
    private final Semaphore places = new Semaphore(MOST_SIDE_BY_SIDE);

    public Orders(CommandGateway commands, ParkedOrders parked) {
        this.commands = commands;
        this.parked = parked;
    }

    /**
     * Gives an order and waits until it is decided.
     *
     * @param actor who the log says gave it
     * @throws RuntimeException if it could not be decided
     */
    public void give(String actor, Object command) {
        ask(actor, command, Object.class);
    }

    /** Gives an order that is answered; empty where it is refused, or its target is gone. */
    public <R> Optional<R> ask(String actor, Object command, Class<R> answer) {
        return decide(order(actor, command), answer);
    }

    /**
     * Gives an order beside others and returns at once. It is decided before the current unit of work commits; one that
     * cannot be decided is parked then, so that it holds up nobody else's.
     *
     * @param preparation makes the command, on the order's own thread; if it throws, the unit of work fails
     */
    public void giveBeside(String actor, Supplier<?> preparation) {
        // The correlation of the message being handled is taken here, on the thread that handles it.
        CommandMessage<?> blank = order(actor, preparation);
        CompletableFuture<Optional<CommandMessage<?>>> undecided = CompletableFuture.supplyAsync(
                () -> {
                    places.acquireUninterruptibly();
                    try {
                        return decideOrReturn(new GenericCommandMessage<>(preparation.get(), blank.getMetaData()));
                    } finally {
                        places.release();
                    }
                },
                Thread::startVirtualThread);
        CurrentUnitOfWork.get().onPrepareCommit(work -> join(undecided).ifPresent(parked::park));
    }

    private Optional<CommandMessage<?>> decideOrReturn(CommandMessage<?> order) {
        try {
            decide(order, Object.class);
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be decided and is kept for later", order.getCommandName(), e);
            return Optional.of(order);
        }
    }

    private <R> Optional<R> decide(CommandMessage<?> order, Class<R> answer) {
        try {
            return Optional.ofNullable(join(commands.send(order))).map(answer::cast);
        } catch (Refusal | AggregateNotFoundException e) {
            LOG.info("{} came too late: {}", order.getCommandName(), e.getMessage());
            return Optional.empty();
        }
    }

    private static CommandMessage<?> order(String actor, Object payload) {
        return GenericCommandMessage.asCommandMessage(payload).andMetaData(Map.of(MessageKeys.ACTOR, actor));
    }

    private static <R> R join(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
