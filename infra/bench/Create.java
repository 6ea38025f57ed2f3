import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;

/** Creating reminders over HTTP, against pgbench inserting the very same row into the same server, turn by turn. */
final class Create implements Measurement {
    private static final int USERS = 64;

    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        Path tokens = Api.tokens(application, settings.scratch(), "creator-", USERS);
        Api.of(application, "creator-0").remind("Call Ana about order 1", LocalDateTime.of(2041, 3, 1, 9, 0));
        Path insert = Insert.of(settings, application, "ReminderCreated");
        int seconds = settings.pick(5, 15);
        var uri = application.uri("/api/v1/reminders");
        // Both sides warm: the code compiled, which takes the JVM a minute on two busy cores, and the caches filled.
        Load.wrk(settings, "create.lua", uri, tokens, settings.pick(20, 75));
        Load.pgbench(application, "bench", insert, 3);
        var inserts = new Samples();
        var creates = new Samples();
        var p99 = new Samples();
        for (int round = 0; round < settings.pick(2, 4); round++) {
            inserts.add(Load.pgbench(application, "bench", insert, seconds));
            var pressed = Load.wrk(settings, "create.lua", uri, tokens, seconds);
            creates.add(pressed.rate());
            p99.add(pressed.p99());
        }
        report.atLeast(
                "create-reminder over HTTP, durable, against `pgbench` inserting the same row, 16 connections",
                creates.median() / inserts.median(),
                "",
                0.15,
                0.50,
                String.format(
                        Locale.ROOT,
                        "%,.0f/s against %,.0f/s; medians of %d turns of %d s each, with an idempotency key a request",
                        creates.median(),
                        inserts.median(),
                        creates.size(),
                        seconds));
        report.atMost(
                "p99 of that request, 16 connections",
                p99.median(),
                " ms",
                60,
                15,
                "median of the turns; the worst turn had " + Report.number(p99.max()) + " ms");
    }
}
