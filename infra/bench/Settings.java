import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to measure.
 *
 * @param root the repository
 * @param scratch a folder that is deleted afterwards; holds the unpacked application
 * @param version the commit that is measured
 * @param quick whether to say less, sooner
 * @param only the rows to measure; empty for all
 * @param kills how often to kill the application under load
 * @param output where to write the table besides; null for nowhere
 */
record Settings(Path root, Path scratch, String version, boolean quick, List<String> only, int kills, String output) {

    static Settings of(String[] arguments) {
        boolean quick = false;
        int kills = -1;
        String output = null;
        List<String> only = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--keep" -> {}
                case "--only" -> only.add(arguments[++i]);
                case "--kills" -> kills = Integer.parseInt(arguments[++i]);
                case "--output" -> output = arguments[++i];
                default -> throw new IllegalArgumentException(arguments[i]);
            }
        }
        return new Settings(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                arguments[2],
                quick,
                only,
                kills >= 0 ? kills : quick ? 3 : 50,
                output);
    }

    int pick(int whenQuick, int otherwise) {
        return quick ? whenQuick : otherwise;
    }
}
