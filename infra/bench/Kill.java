import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The power cut, over and over: {@code kill -9} while reminders are created and ring.
 *
 * <p>A client that gets no answer repeats its request with the same key until it gets one, as the app does. Afterwards
 * the log must hold every acknowledged reminder, and every one of them must have rung exactly once.
 */
final class Kill implements Measurement {
    private static final int CLIENTS = 8;
    private static final long SEED = 20_260_101;

    @Override
    public void measure(Settings settings, Application shared, Report report) throws Exception {
        if (settings.kills() == 0) {
            return;
        }
        try (var application = new Application(settings, settings.scratch().resolve("killed"))) {
            application.start();
            var log = new Rings(application);
            var over = new AtomicBoolean();
            var repeated = new AtomicInteger();
            var clients = new Thread[CLIENTS];
            for (int i = 0; i < CLIENTS; i++) {
                var api = Api.of(application, "survivor-" + i);
                var name = "client-" + i;
                clients[i] =
                        Thread.ofPlatform().start(() -> create(application, api.token(), name, log, over, repeated));
            }
            var random = new Random(SEED);
            var restarts = new Samples();
            for (int i = 0; i < settings.kills(); i++) {
                Thread.sleep(1000 + random.nextInt(3000));
                application.kill();
                restarts.add(application.start().toMillis() / 1e3);
            }
            over.set(true);
            for (Thread client : clients) {
                client.join(60_000);
            }
            log.awaitAll(120);
            int lost = log.size() - log.distinct("%ReminderCreated");
            int silent = log.size() - log.distinct("%OccurrenceRang");
            int twice = log.events("%OccurrenceRang") - log.distinct("%OccurrenceRang");
            int doubles = log.events("%ReminderCreated") - log.distinct("%ReminderCreated");
            report.none(
                    "`kill -9` under load, " + settings.kills()
                            + " times: acknowledged commands lost / reminders lost / fired twice",
                    lost + " / " + silent + " / " + twice,
                    lost + silent + twice + doubles == 0,
                    "0 / 0 / 0",
                    log.size() + " acknowledged, " + repeated.get()
                            + " of them after a cut and a repetition; ready again after "
                            + Report.number(restarts.median())
                            + " s (median)");
        }
    }

    private static void create(
            Application application, String token, String name, Rings log, AtomicBoolean over, AtomicInteger repeated) {
        var random = new Random(name.hashCode());
        var api = new Api(application, token);
        for (int n = 0; !over.get(); n++) {
            LocalDateTime due = LocalDateTime.now(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .plusSeconds(1 + random.nextInt(10));
            boolean cutOff = false;
            for (boolean answered = false; !answered; ) {
                try {
                    var answer = api.post(
                            "/api/v1/reminders", Api.reminder("Survive " + n, due), "Idempotency-Key", name + "-" + n);
                    answered = answer.status() == 201;
                    if (answered) {
                        log.due(answer.body().get("id").asString(), due.toInstant(ZoneOffset.UTC));
                    } else if (answer.status() < 500 && answer.status() != 409) {
                        throw new IllegalStateException(answer.status() + ": " + answer.body());
                    }
                    Thread.sleep(answered ? 20 : 100);
                } catch (IOException cut) {
                    if (!cutOff) {
                        repeated.incrementAndGet();
                        cutOff = true;
                    }
                    pause(50);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
