import java.util.ArrayList;
import java.util.List;

/** Numbers of one kind, and what they say together. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    /** The smallest value that so many percent of all do not exceed. */
    double percentile(double percent) {
        var sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    double median() {
        return percentile(50);
    }

    double max() {
        return percentile(100);
    }
}
