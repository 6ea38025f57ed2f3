import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/** Ten thousand reminders that are all due in the same second. */
final class Burst implements Measurement {
    private static final int A_USER = 100;

    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        int users = settings.pick(20, 100);
        LocalDateTime due = LocalDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(settings.pick(30, 90));
        var log = new Rings(application);
        for (int user = 0; user < users; user++) {
            var api = Api.of(application, "crowd-" + user);
            var items = new StringBuilder();
            for (int i = 0; i < A_USER; i++) {
                items.append(i == 0 ? "" : ",").append(Api.reminder("All at once " + i, due));
            }
            var answer = api.post("/api/v1/reminders/bulk", "{\"items\":[" + items + "]}");
            Api.expect(answer, 200);
            for (JsonNode result : answer.body().get("results")) {
                log.due(result.get("id").asString(), due.toInstant(ZoneOffset.UTC));
            }
        }
        if (Instant.now().plusSeconds(2).isAfter(due.toInstant(ZoneOffset.UTC))) {
            throw new IllegalStateException("creating them took until they were due");
        }
        log.awaitAll(settings.pick(30, 90) + 180);
        int rang = log.distinct("%OccurrenceRang");
        int twice = log.events("%OccurrenceRang") - rang;
        var late = log.lateness();
        String what = log.size() + " reminders due in the same second: the last one late by";
        if (rang < log.size() || twice > 0) {
            report.none(what, rang + " rang, " + twice + " twice", false, "all once", "after 3 minutes");
            return;
        }
        report.atMost(
                what,
                late.max() / 1e3,
                " s",
                60,
                5,
                "all fired, none twice; median " + Report.number(late.median() / 1e3) + " s");
    }
}
