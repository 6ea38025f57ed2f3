import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table: what was measured, what was wanted, and whether it was reached. */
final class Report {
    private final Settings settings;
    private final List<String> rows = new ArrayList<>();
    private final Instant started = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    Report(Settings settings) {
        this.settings = settings;
    }

    /** A row whose number is the better the greater it is. */
    void atLeast(String what, double measured, String unit, double landing, double aim, String how) {
        row(what, measured, unit, "≥ ", landing, aim, verdict(measured >= landing, measured >= aim), how);
    }

    /** A row whose number is the better the smaller it is. */
    void atMost(String what, double measured, String unit, double landing, double aim, String how) {
        row(what, measured, unit, "≤ ", landing, aim, verdict(measured <= landing, measured <= aim), how);
    }

    /** A row whose numbers must all be zero. */
    void none(String what, String measured, boolean reached, String wanted, String how) {
        add(what, measured, wanted, wanted, verdict(reached, reached), how);
    }

    void failed(String what, String why) {
        add(what, "–", "", "", "**not measured**", why.replace('\n', ' ').replace('|', '/'));
    }

    private static String verdict(boolean landed, boolean aimed) {
        return aimed ? "aim reached" : landed ? "landed" : "**missed**";
    }

    private void row(
            String what,
            double measured,
            String unit,
            String sign,
            double landing,
            double aim,
            String verdict,
            String how) {
        add(what, number(measured) + unit, sign + number(landing) + unit, sign + number(aim) + unit, verdict, how);
    }

    private void add(String what, String measured, String landing, String aim, String verdict, String how) {
        rows.add("| " + String.join(" | ", what, measured, landing, aim, verdict, how) + " |");
        Bench.say("  " + what + ": " + measured + " (" + verdict + "; " + how + ")");
    }

    static String number(double value) {
        if (value >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        String digits = String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
        return digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
    }

    String markdown() throws IOException {
        var text = new StringBuilder();
        text.append("Measured on ").append(started).append(", commit ").append(settings.version());
        text.append(settings.quick() ? " (`--quick`: few samples)" : "").append(".\n");
        text.append("Machine: ").append(machine()).append(". Client, application and database share it.\n\n");
        text.append("| what | measured | first landing | aim | | how |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }

    private static String machine() throws IOException {
        return Runtime.getRuntime().availableProcessors() + " × " + field("/proc/cpuinfo", "model name") + ", "
                + Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024 / 1024 + " GiB, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + Runtime.version();
    }

    private static String field(String file, String name) throws IOException {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return "0 unknown";
        }
        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("0 unknown");
    }
}
