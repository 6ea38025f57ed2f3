import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** From a sentence to what is done and the words that say so, over HTTP: commands of all kinds, each by a new person. */
final class Voice implements Measurement {
    /** In this order each finds what it speaks of. */
    private static final List<String> SENTENCES = List.of(
            "remind me to drink coffee tomorrow at 7 am",
            "remind me to call the dentist every other Tuesday at 9:30 am",
            "note that the milk is finished",
            "what are my reminders tomorrow",
            "move the coffee to tomorrow at 9 am",
            "remind me to water the roses tomorrow at 6 pm and note that the hose is at the neighbours'",
            "show my notes",
            "cancel the second one",
            "erinnere mich morgen um 8 Uhr an die Wäsche",
            "who owes me money");

    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        // The JVM compiles, and the model is loaded by then.
        talk(application, "warm-", 4, settings.pick(20, 80));
        Samples one = talk(application, "alone-", 1, settings.pick(10, 40));
        Samples four = talk(application, "four-", 4, settings.pick(20, 80));
        report(report, "one caller", one);
        report(report, "four callers", four);
    }

    private static void report(Report report, String callers, Samples samples) {
        report.atMost(
                "p95 of `POST /voice/commands`, text to executed to reply, " + callers,
                samples.percentile(95),
                " ms",
                100,
                50,
                String.format(
                        Locale.ROOT,
                        "p50 %s ms, worst %s ms; %d sentences of %d kinds",
                        Report.number(samples.median()),
                        Report.number(samples.max()),
                        samples.size(),
                        SENTENCES.size()));
    }

    /** @return milliseconds, one for each sentence */
    private static Samples talk(Application application, String prefix, int callers, int people) throws Exception {
        List<Callable<List<Double>>> turns = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            var api = Api.of(application, prefix + i);
            turns.add(() -> says(api));
        }
        var all = new Samples();
        try (var pool = Executors.newFixedThreadPool(callers)) {
            for (var turn : pool.invokeAll(turns)) {
                turn.get().forEach(all::add);
            }
        }
        return all;
    }

    private static List<Double> says(Api api) throws IOException, InterruptedException {
        List<Double> took = new ArrayList<>();
        for (String sentence : SENTENCES) {
            var answer = api.post(
                    "/api/v1/voice/commands", "{\"text\":\"" + sentence + "\",\"timeZone\":\"Europe/Berlin\"}");
            Api.expect(answer, 200);
            took.add(answer.nanos() / 1e6);
        }
        return took;
    }
}
