import java.time.LocalDateTime;

/** From the answer of a write, which comes after the commit, to a read that shows it. */
final class Visible implements Measurement {
    private static final int WARM_UP = 200;

    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        var api = Api.of(application, "looker");
        var waits = new Samples();
        int samples = settings.pick(200, 1000);
        for (int i = -WARM_UP; i < samples; i++) {
            var created = api.remind("Look " + i, LocalDateTime.of(2041, 5, 1, 9, 0));
            var seen = api.get(
                    "/api/v1/reminders/" + created.body().get("id").asString(),
                    "Consistent-With",
                    created.consistencyToken().orElseThrow());
            Api.expect(seen, 200);
            if (i >= 0) {
                waits.add(seen.nanos() / 1e6);
            }
        }
        report.atMost(
                "commit → visible in the read model, p99",
                waits.percentile(99),
                " ms",
                250,
                50,
                waits.size()
                        + " writes, each followed at once by a read of it with `Consistent-With`; the whole read"
                        + " counts; median " + Report.number(waits.median()) + " ms");
    }
}
