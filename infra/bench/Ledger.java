import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recording debts and settling them, against pgbench inserting a debt's event; and the balances of somebody with many. */
final class Ledger implements Measurement {
    private static final int USERS = 64;
    private static final int CONTACTS = 20;
    private static final int ENTRIES = 10_000;
    private static final Map<String, String> NAMES = Map.of("BENCH_CONTACTS", Integer.toString(CONTACTS));

    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        Path tokens = Api.tokens(application, settings.scratch(), "lender-", USERS);
        for (int user = 0; user < USERS; user++) {
            Api lender = Api.of(application, "lender-" + user);
            for (int contact = 1; contact <= CONTACTS; contact++) {
                lend(lender, contact, "100000.00");
            }
        }
        Path insert = Insert.of(settings, application, "DebtRecorded");
        writes(settings, application, report, insert, tokens, "record-debt", "debts");
        writes(settings, application, report, insert, tokens, "settle", "settlements");
        reads(settings, application, report);
    }

    private static void lend(Api lender, int contact, String amount) throws IOException, InterruptedException {
        Api.expect(
                lender.post(
                        "/api/v1/ledger/debts",
                        "{\"counterparty\":{\"contactName\":\"Contact " + contact
                                + "\"},\"direction\":\"OWED_TO_ME\",\"amount\":\"" + amount
                                + "\",\"currency\":\"PKR\"}"),
                201);
    }

    private static void writes(
            Settings settings,
            Application application,
            Report report,
            Path insert,
            Path tokens,
            String what,
            String resource)
            throws IOException, InterruptedException {
        URI uri = application.uri("/api/v1/ledger/" + resource);
        String script = resource + ".lua";
        int seconds = settings.pick(5, 15);
        Load.wrk(settings, script, uri, tokens, settings.pick(20, 75), NAMES);
        Load.pgbench(application, "bench", insert, 3);
        var inserts = new Samples();
        var rates = new Samples();
        var p99 = new Samples();
        for (int round = 0; round < settings.pick(2, 4); round++) {
            inserts.add(Load.pgbench(application, "bench", insert, seconds));
            var pressed = Load.wrk(settings, script, uri, tokens, seconds, NAMES);
            rates.add(pressed.rate());
            p99.add(pressed.p99());
        }
        report.atLeast(
                what + " over HTTP, durable, against `pgbench` inserting a debt's event, 16 connections",
                rates.median() / inserts.median(),
                "",
                0.10,
                0.10,
                String.format(
                        Locale.ROOT,
                        "%,.0f/s against %,.0f/s; p99 %s ms; %d people with %d contacts each, who are not asked",
                        rates.median(),
                        inserts.median(),
                        Report.number(p99.median()),
                        USERS,
                        CONTACTS));
    }

    private static void reads(Settings settings, Application application, Report report)
            throws IOException, InterruptedException {
        Api saver = Api.of(application, "saver");
        Path token = Files.write(settings.scratch().resolve("saver.tokens"), List.of(saver.token()));
        URI debts = application.uri("/api/v1/ledger/debts");
        long entries = 0;
        while (entries < ENTRIES) {
            entries += Load.wrk(settings, "debts.lua", debts, token, 5, NAMES).requests();
        }
        URI balances = application.uri("/api/v1/ledger/balances");
        Load.wrk(settings, "read.lua", balances, token, settings.pick(3, 10));
        var pressed = Load.wrk(settings, "read.lua", balances, token, settings.pick(5, 15));
        String size = String.format(Locale.ROOT, "%,d entries with %d contacts", entries, CONTACTS);
        report.atMost(
                "balances, p99, 16 connections",
                pressed.p99(),
                " ms",
                15,
                15,
                String.format(Locale.ROOT, "%s; nothing changes meanwhile; %,.0f/s", size, pressed.rate()));
        var times = new Samples();
        for (int i = 0; i < settings.pick(50, 200); i++) {
            // A moment of its own each time, so that no answer can have been kept.
            Instant past = Instant.now().minus(Duration.ofMillis(i));
            var answer = saver.get("/api/v1/ledger/balances?knownAt=" + past);
            Api.expect(answer, 200);
            times.add(answer.nanos() / 1e6);
        }
        report.atMost(
                "balances as they were, p99",
                times.percentile(99),
                " ms",
                200,
                200,
                size + ", one question after the other; median " + Report.number(times.median()) + " ms");
    }
}
