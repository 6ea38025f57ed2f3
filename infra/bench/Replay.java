import java.io.IOException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Building a read model again from the first event, while the application runs. */
final class Replay implements Measurement {
    private static final long LONGEST_SECONDS = 300;

    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        var admin = Api.of(application, "keeper", "admin");
        var projections = admin.get("/api/v1/admin/projections");
        Api.expect(projections, 200);
        for (JsonNode projection : projections.body().get("items")) {
            measure(admin, projection.get("name").asString(), report);
        }
    }

    static void measure(Api admin, String name, Report report) throws IOException, InterruptedException {
        String path = "/api/v1/admin/projections/" + name + "/replay";
        long began = System.nanoTime();
        Api.expect(admin.post(path, ""), 202);
        JsonNode state;
        do {
            Thread.sleep(20);
            state = admin.get(path).body();
            if (System.nanoTime() - began > LONGEST_SECONDS * 1_000_000_000L) {
                throw new IOException("not done in " + LONGEST_SECONDS + " s: " + state);
            }
        } while (!state.get("state").asString().matches("DONE|FAILED|INTERRUPTED"));
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!state.get("state").asString().equals("DONE")) {
            throw new IOException(state.toString());
        }
        long events = state.get("processed").asLong();
        report.atLeast(
                "replay of `" + name + "` from zero",
                events / seconds,
                " events/s",
                10_000,
                100_000,
                String.format(
                        Locale.ROOT,
                        "%,d events in %.1f s, from the order to the exchange of the tables",
                        events,
                        seconds));
    }
}
