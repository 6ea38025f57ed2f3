package com.eindr.infra.deadlines;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineToken;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * As Axon's, but the deadlines of one unit of work go into the database together. A saga's processor handles many events in
 * one unit of work, and one by one each new deadline would cost it a look and an insertion.
 */
final class GatheredDeadlines extends DbSchedulerDeadlineManager {
    private static final TaskDescriptor<DbSchedulerBinaryDeadlineDetails> TASK =
            TaskDescriptor.of(new DbSchedulerDeadlineToken("").getTaskName(), DbSchedulerBinaryDeadlineDetails.class);
    private static final String GATHERED = GatheredDeadlines.class.getName();

    private final Scheduler scheduler;
    private final Serializer serializer;

    GatheredDeadlines(Builder builder, Scheduler scheduler, Serializer serializer) {
        super(builder);
        this.scheduler = scheduler;
        this.serializer = serializer;
    }

    @Override
    public String schedule(Instant due, String name, @Nullable Object payload, ScopeDescriptor scope) {
        if (!CurrentUnitOfWork.isStarted()) {
            return super.schedule(due, name, payload, scope);
        }
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        String identifier = IdentifierFactory.getInstance().generateIdentifier();
        DeadlineMessage<?> deadline =
                processDispatchInterceptors(GenericDeadlineMessage.asDeadlineMessage(name, payload, due));
        Map<String, SchedulableInstance<?>> gathered = work.getOrComputeResource(GATHERED, key -> {
            work.onPrepareCommit(this::keep);
            return new LinkedHashMap<>();
        });
        gathered.put(
                identifier,
                TASK.instance(identifier).data(details(deadline, scope)).scheduledTo(due));
        return identifier;
    }

    @Override
    public void cancelSchedule(String name, String identifier) {
        if (gatheredIn(identifier) == null) {
            super.cancelSchedule(name, identifier);
        }
    }

    /** Takes a deadline back that this unit of work has scheduled itself. */
    private static @Nullable SchedulableInstance<?> gatheredIn(String identifier) {
        if (!CurrentUnitOfWork.isStarted()) {
            return null;
        }
        Map<String, SchedulableInstance<?>> gathered = CurrentUnitOfWork.get().getResource(GATHERED);
        return gathered == null ? null : gathered.remove(identifier);
    }

    private void keep(UnitOfWork<?> work) {
        Map<String, SchedulableInstance<?>> gathered = work.getResource(GATHERED);
        work.resources().remove(GATHERED);
        List<SchedulableInstance<?>> deadlines = new ArrayList<>(gathered.values());
        if (!deadlines.isEmpty()) {
            scheduler.scheduleBatch(deadlines);
        }
    }

    private DbSchedulerBinaryDeadlineDetails details(DeadlineMessage<?> deadline, ScopeDescriptor scope) {
        SerializedObject<byte[]> where = serializer.serialize(scope, byte[].class);
        SerializedObject<byte[]> payload = serializer.serialize(deadline.getPayload(), byte[].class);
        return new DbSchedulerBinaryDeadlineDetails(
                deadline.getDeadlineName(),
                where.getData(),
                where.getType().getName(),
                payload.getData(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                serializer.serialize(deadline.getMetaData(), byte[].class).getData());
    }
}
