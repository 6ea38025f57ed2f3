import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How late single reminders ring while nothing else happens. */
final class Punctual implements Measurement {
    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        var api = Api.of(application, "waiter");
        int samples = settings.pick(20, 100);
        var log = new Rings(application);
        LocalDateTime first = LocalDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(samples / 10 + 10);
        for (int i = 0; i < samples; i++) {
            var id = api.remind("Wait " + i, first.plusSeconds(i))
                    .body()
                    .get("id")
                    .asString();
            log.due(id, first.plusSeconds(i).toInstant(ZoneOffset.UTC));
        }
        log.awaitAll(samples + samples / 10 + 60);
        var late = log.lateness();
        report.atMost(
                "lateness of one reminder (fired − due), p99, idle",
                late.percentile(99),
                " ms",
                1500,
                250,
                late.size() + " reminders, one a second; median " + Report.number(late.median()) + " ms");
    }
}
