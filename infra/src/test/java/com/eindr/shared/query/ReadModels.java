package com.eindr.shared.query;

import com.eindr.friendship.query.Peppers;
import com.eindr.infra.testing.TestClock;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestRedis;
import com.eindr.infra.testing.TestServers;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.command.Rfc5545Calendar;
import com.eindr.shared.Slice;
import com.eindr.shared.web.Queries;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** All projections and query handlers on a database and a Redis of their own, without the rest of the application. */
public final class ReadModels {
    private static @Nullable ReadModels shared;

    private final ConfigurableApplicationContext context;

    /** Read models of an empty log; those that were given before are emptied. */
    public static synchronized ReadModels fresh() {
        if (shared == null) {
            shared = new ReadModels();
        }
        shared.clear();
        return shared;
    }

    private ReadModels() {
        TestDatabase database = TestServers.freshDatabase();
        TestRedis redis = TestServers.freshRedis();
        context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.name=none",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn",
                        "spring.jpa.hibernate.ddl-auto=validate",
                        "spring.jpa.open-in-view=false",
                        "spring.data.redis.timeout=10s",
                        "spring.data.redis.connect-timeout=10s")
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("testDatabase", database);
                    fresh.getBeanFactory().registerSingleton("testRedis", redis);
                })
                .run();
    }

    /** Lets every projection see the events, in batches of one transaction each. */
    public void handle(List<? extends EventMessage<?>> events, int batchSize) {
        for (Projection projection : context.getBeansOfType(Projection.class).values()) {
            for (List<? extends EventMessage<?>> batch : batches(events, batchSize)) {
                handle(projection, batch, false, () -> null);
            }
        }
    }

    /** As an event processor does it: one unit of work, one transaction. {@code last} runs in it, after all events. */
    public void handle(
            Projection projection, List<? extends EventMessage<?>> batch, boolean rebuilding, Callable<?> last) {
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(projection);
        BatchingUnitOfWork<EventMessage<?>> work = new BatchingUnitOfWork<>(List.copyOf(batch));
        work.attachTransaction(new SpringTransactionManager(context.getBean(PlatformTransactionManager.class)));
        if (rebuilding) {
            work.resources().put(Projection.REBUILDING, true);
        }
        ResultMessage<?> result = work.executeWithResult(() -> {
            EventMessage<?> message = work.getMessage();
            if (handlers.canHandle(message)) {
                handlers.handle(message);
            }
            return work.isLastMessage() ? last.call() : null;
        });
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }

    /** Says the same for two databases whose tables hold the same rows, whatever their order. */
    public String digest(Collection<String> tables) {
        return tables.stream()
                .map(table -> table + " "
                        + jdbc().queryForObject(
                                        "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ';' ORDER BY"
                                                + " t::text)), '') FROM " + table + " t",
                                        String.class))
                .collect(Collectors.joining("\n"));
    }

    public List<String> allTables() {
        return context.getBeansOfType(Projection.class).values().stream()
                .flatMap(projection -> projection.tables().stream())
                .sorted()
                .toList();
    }

    public Projection projection(String name) {
        return context.getBeansOfType(Projection.class).values().stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Asks as the edge does. */
    public <T> T ask(Object query, Class<T> answer) {
        return find(query, answer).orElseThrow();
    }

    public <T> Optional<T> find(Object query, Class<T> answer) {
        return bean(Queries.class).optional(query, answer);
    }

    public <T> Slice<T> slice(Object query, Class<T> item) {
        return bean(Queries.class).slice(query, item);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    public StringRedisTemplate redis() {
        return context.getBean(StringRedisTemplate.class);
    }

    public TestClock clock() {
        return context.getBean(TestClock.class);
    }

    public OccurrenceCalendar calendar() {
        return context.getBean(OccurrenceCalendar.class);
    }

    /** Forgets all events, in the database and in Redis. */
    public void clear() {
        jdbc().execute("TRUNCATE projection_position, " + String.join(", ", allTables()));
        redis().execute((RedisCallback<Void>) connection -> {
            connection.serverCommands().flushDb(RedisServerCommands.FlushOption.SYNC);
            return null;
        });
    }

    private static <T> List<List<T>> batches(List<T> all, int size) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return batches;
    }

    /** What is counted instead of metered. */
    public static final class Fallbacks implements RedisFallbacks {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void wentWithout(String use) {
            count.incrementAndGet();
        }

        public int count() {
            return count.get();
        }
    }

    /** Not a {@code @Configuration}, or the whole application would find it in its scan. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataRedisAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "com.eindr",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "com\\.eindr\\.(shared\\.query\\.QuerySide|shared\\.web\\.Queries|[a-z]+\\.query\\.(Agenda|Balances|Contacts|DebtLists|SettlementLists|NettingLists|DebtMoveLists|HabitLists|Statements|Friends|Inbox|NoteLists|Synchronisation"
                                        + "|ReminderLists|[A-Za-z]+Projection))"))
    static class Wiring {
        @Bean
        TestClock clock() {
            return new TestClock();
        }

        @Bean
        OccurrenceCalendar calendar() {
            return new Rfc5545Calendar(LocalTime.of(9, 0));
        }

        @Bean
        Peppers peppers() {
            return new Peppers(Map.of(1, "a pepper of the tests, long enough"));
        }

        @Bean
        Fallbacks fallbacks() {
            return new Fallbacks();
        }

        @Bean
        QueryBus queryBus() {
            return SimpleQueryBus.builder().build();
        }

        @Bean
        QueryGateway queryGateway(QueryBus bus) {
            return DefaultQueryGateway.builder().queryBus(bus).build();
        }

        @Bean
        ApplicationListener<ContextRefreshedEvent> handlers(QueryBus bus) {
            return event -> event.getApplicationContext().getBeansOfType(Object.class).values().stream()
                    .filter(bean -> bean.getClass().getPackageName().endsWith(".query"))
                    .forEach(bean -> new AnnotationQueryHandlerAdapter<>(bean).subscribe(bus));
        }
    }
}
