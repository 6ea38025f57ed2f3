import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** The questions the app asks most, against an endpoint of the same server that answers nothing to the same caller. */
final class Queries implements Measurement {
    private static final int USERS = 32;
    private static final int TODAY = 5;
    private static final int LATER = 15;

    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        Path tokens = Api.tokens(application, settings.scratch(), "reader-", USERS);
        fill(application);
        measure(settings, application, report, tokens, "today query", "/api/v1/reminders/today");
        measure(settings, application, report, tokens, "list query", "/api/v1/reminders?status=ACTIVE");
    }

    private static void measure(
            Settings settings, Application application, Report report, Path tokens, String what, String path)
            throws IOException, InterruptedException {
        var hello = application.uri("/dev/hello");
        var query = application.uri(path);
        int seconds = settings.pick(3, 10);
        Load.wrk(settings, "read.lua", query, tokens, seconds);
        Load.wrk(settings, "read.lua", hello, tokens, seconds);
        var hellos = new Samples();
        var queries = new Samples();
        var p99 = new Samples();
        for (int round = 0; round < settings.pick(2, 4); round++) {
            hellos.add(Load.wrk(settings, "read.lua", hello, tokens, seconds).rate());
            var pressed = Load.wrk(settings, "read.lua", query, tokens, seconds);
            queries.add(pressed.rate());
            p99.add(pressed.p99());
        }
        report.atLeast(
                what + " over HTTP against an empty endpoint of the same server",
                queries.median() / hellos.median(),
                "",
                0.5,
                0.8,
                String.format(
                        Locale.ROOT,
                        "%,.0f/s against %,.0f/s, both with the caller's token; p99 %s ms; %d reminders a user, %d of"
                                + " them today",
                        queries.median(),
                        hellos.median(),
                        Report.number(p99.median()),
                        TODAY + LATER,
                        TODAY));
    }

    private static void fill(Application application) throws IOException, InterruptedException {
        // The last minutes of today in UTC, the zone of these users, so that nothing rings while we measure.
        LocalDateTime evening = LocalDate.now(ZoneOffset.UTC).atTime(23, 50);
        for (int user = 0; user < USERS; user++) {
            var api = Api.of(application, "reader-" + user);
            var items = new StringBuilder();
            for (int i = 0; i < TODAY + LATER; i++) {
                items.append(i == 0 ? "" : ",")
                        .append(Api.reminder("Read " + i, i < TODAY ? evening.plusMinutes(i) : evening.plusDays(i)));
            }
            Api.expect(api.post("/api/v1/reminders/bulk", "{\"items\":[" + items + "]}"), 200);
        }
    }
}
