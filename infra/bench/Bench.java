import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the packaged application against the limits of its machine and prints the table of docs/performance.md.
 *
 * <p>Run by the script {@code run} beside it, which says what the arguments mean; a source-file program, so that it takes
 * part in no build.
 */
class Bench {
    public static void main(String[] arguments) throws Exception {
        var settings = Settings.of(arguments);
        var report = new Report(settings);
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("start", new Start());
        all.put("create", new Create());
        all.put("ledger", new Ledger());
        all.put("visible", new Visible());
        all.put("queries", new Queries());
        all.put("voice", new Voice());
        all.put("replay", new Replay());
        all.put("stream", new Stream());
        all.put("audit", new Audit());
        all.put("punctual", new Punctual());
        all.put("burst", new Burst());
        all.put("kill", new Kill());
        List<String> unknown = new ArrayList<>(settings.only());
        unknown.removeAll(all.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no row " + unknown + "; there are " + all.keySet());
        }
        int failed = 0;
        try (var application = new Application(settings, settings.scratch().resolve("home"))) {
            for (var entry : all.entrySet()) {
                if (!settings.only().isEmpty() && !settings.only().contains(entry.getKey())) {
                    continue;
                }
                say("measuring: " + entry.getKey());
                try {
                    entry.getValue().measure(settings, application, report);
                } catch (Exception e) {
                    failed++;
                    e.printStackTrace();
                    report.failed(entry.getKey(), String.valueOf(e.getMessage()));
                }
            }
        }
        String table = report.markdown();
        System.out.print(table);
        if (settings.output() != null) {
            Files.writeString(Path.of(settings.output()), table);
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    /** Progress goes to the standard error, so that the standard output is the table alone. */
    static void say(String line) {
        System.err.println(line);
    }
}
