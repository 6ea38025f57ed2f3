package com.eindr.infra.deadlines;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerConfigurationSupport;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.stats.StatsRegistry;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/**
 * Wires Axon's deadlines to db-scheduler. How often it polls, and the like, is in {@code application.yaml} under
 * {@code db-scheduler}.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    /**
     * A deadline runs outside any transaction: it reads the saga, has a command decided, and writes nothing itself. With
     * a transaction it would keep a connection while it waits for the event log.
     */
    @Bean
    DeadlineManager deadlineManager(
            Configuration axon,
            Scheduler scheduler,
            org.axonframework.serialization.Serializer serializer,
            List<CorrelationDataProvider> correlation,
            Clock clock,
            MeterRegistry meters) {
        DeadlineManager deadlines = new GatheredDeadlines(
                DbSchedulerDeadlineManager.builder()
                        .scheduler(scheduler)
                        .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                        .serializer(serializer)
                        .startScheduler(false)
                        .stopScheduler(false),
                scheduler,
                serializer);
        DeadlineLateness lateness = new DeadlineLateness(clock, meters);
        deadlines.registerDispatchInterceptor(lateness);
        deadlines.registerHandlerInterceptor(lateness);
        deadlines.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
        return deadlines;
    }

    /** As Axon's own task, but it is tried again after a moment instead of after five minutes. The qualifier replaces Axon's. */
    @Bean
    @Qualifier("deadlineDetailsTask")
    Task<DbSchedulerBinaryDeadlineDetails> deadlineTask(ObjectProvider<DbSchedulerDeadlineManager> deadlines) {
        Task<DbSchedulerBinaryDeadlineDetails> axons = DbSchedulerDeadlineManager.binaryTask(deadlines::getObject);
        return Tasks.oneTime(axons.getName(), DbSchedulerBinaryDeadlineDetails.class)
                .onFailure(new GrowingDelay<>())
                .execute((TaskInstance<DbSchedulerBinaryDeadlineDetails> deadline, ExecutionContext context) ->
                        axons.execute(deadline, context));
    }

    @Bean
    Task<ParkedOrder> parkedOrderTask(
            ObjectProvider<CommandGateway> commands, org.axonframework.serialization.Serializer serializer) {
        return Tasks.oneTime(ParkedOrder.TASK)
                .onFailure(new GrowingDelay<>())
                .execute((order, context) -> order.getData().giveAgain(commands.getObject(), serializer));
    }

    /** As the starter's, except that {@link DeadlineLifecycle} stops it, while all that deadlines need is still there. */
    @Bean(destroyMethod = "")
    @DependsOnDatabaseInitialization
    Scheduler scheduler(
            DbSchedulerProperties properties,
            DbSchedulerCustomizer customizer,
            StatsRegistry statistics,
            com.github.kagkarlsson.scheduler.Clock clock,
            DataSource dataSource,
            List<Task<?>> tasks) {
        return DbSchedulerConfigurationSupport.buildScheduler(
                properties, customizer, statistics, clock, dataSource, tasks, List.of(), List.of());
    }

    @Bean
    com.github.kagkarlsson.scheduler.Clock dbSchedulerClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    DbSchedulerCustomizer dbSchedulerCustomizer() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new JsonTaskData());
            }
        };
    }

    @Bean
    DeadlineLifecycle deadlineLifecycle(Scheduler scheduler) {
        return new DeadlineLifecycle(scheduler);
    }
}
