import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The analysts' stream from the first event to the last, as lines, read by one consumer. */
final class Stream implements Measurement {
    private static final int USERS = 64;

    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        var analyst = Api.of(application, "analyst", "analyst");
        long there = read(analyst);
        if (there < settings.pick(1_000, 100_000)) {
            // No other row has filled the log.
            Path tokens = Api.tokens(application, settings.scratch(), "streamed-", USERS);
            Load.wrk(settings, "create.lua", application.uri("/api/v1/reminders"), tokens, settings.pick(20, 60));
        }
        var rates = new Samples();
        long events = 0;
        for (int round = 0; round < settings.pick(3, 5); round++) {
            long began = System.nanoTime();
            events = read(analyst);
            rates.add(events / ((System.nanoTime() - began) / 1e9));
        }
        report.atLeast(
                "the analysts' stream from zero",
                rates.median(),
                " events/s",
                20_000,
                20_000,
                String.format(Locale.ROOT, "%,d events as lines to one consumer; median of %d", events, rates.size()));
    }

    private static long read(Api analyst) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(analyst.application().uri("/api/v1/stream/events"))
                .header("Authorization", "Bearer " + analyst.token())
                .header("Accept", "application/x-ndjson")
                .build();
        try (var http = HttpClient.newHttpClient();
                var lines = new BufferedReader(new InputStreamReader(
                        http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            long read = 0;
            String last = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                read++;
            }
            if (!last.contains("eindr.caught-up")) {
                throw new IOException("the stream ended with " + last);
            }
            return read;
        }
    }
}
