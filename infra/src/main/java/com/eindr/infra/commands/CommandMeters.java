package com.eindr.infra.commands;

import com.eindr.shared.Refusal;
import com.eindr.shared.web.KeyReused;
import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.StillRunning;
import com.eindr.shared.web.StoreUnavailable;
import com.eindr.shared.web.WriteConflict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Times every command of the edge: {@code eindr.commands}, by command and outcome. */
@Component
class CommandMeters {
    private final MeterRegistry registry;
    private final Map<Name, Timer> timers = new ConcurrentHashMap<>();

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Name(Class<?> command, String outcome) {}

    Receipt measure(Object command, Supplier<Receipt> execution) {
        long start = System.nanoTime();
        String outcome = "error";
        try {
            Receipt receipt = execution.get();
            outcome = "ok";
            return receipt;
        } catch (Refusal e) {
            outcome = "refused";
            throw e;
        } catch (WriteConflict | KeyReused | StillRunning e) {
            outcome = "conflict";
            throw e;
        } catch (StoreUnavailable e) {
            outcome = "unavailable";
            throw e;
        } finally {
            timer(new Name(command.getClass(), outcome)).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Name name) {
        return timers.computeIfAbsent(
                name,
                key -> Timer.builder("eindr.commands")
                        .description("From the edge until the decision is durable")
                        .tag("command", key.command().getSimpleName())
                        .tag("outcome", key.outcome())
                        .publishPercentileHistogram()
                        .register(registry));
    }
}
