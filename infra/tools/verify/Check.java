import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One pass over an export, which ends at the first event that is proven not to be what was signed. */
final class Check {
    private static final int PROGRESS = 100_000;
    private static final int LOOK_AHEAD = 300;

    private final Export export;
    private final Trust trust;
    private final List<Note> notes;
    private final Sha.Tree tree = new Sha.Tree();
    private long agreed;
    private String suspicion;

    /** @param notes the checkpoints that are trusted, at least one */
    Check(Export export, Trust trust, List<Note> notes) {
        this.export = export;
        this.trust = trust;
        this.notes = new ArrayList<>(notes);
        this.notes.sort(Comparator.comparingLong(Note::size));
    }

    /** What was found; null where everything fits. */
    String run() throws IOException {
        for (Event event = export.next(); event != null; event = export.next()) {
            String finding = look(event);
            if (finding != null) {
                return finding;
            }
            if (tree.size() % PROGRESS == 0) {
                String of = export.announced() < 0 ? "" : " of " + export.announced();
                System.err.println(tree.size() + of + " events read");
            }
        }
        long signed = notes.get(notes.size() - 1).size();
        if (tree.size() < signed) {
            return "the newest events were removed: the export ends with event " + tree.size() + " of " + signed
                    + ", the first that is missing is " + (tree.size() + 1)
                    + (export.isComplete() ? "" : " (its last line is missing too: was it downloaded to the end?)");
        }
        return null;
    }

    /** How many events were read. */
    long read() {
        return tree.size();
    }

    private String look(Event event) throws IOException {
        long index = tree.size();
        trust.enter(index);
        byte[] hash = event.hashAt(event.position());
        tree.add(hash);
        Trust.Claim claim = trust.claim(index);
        boolean fits = claim == null ? event.position() == index + 1 : Arrays.equals(claim.hash(), hash);
        if (!fits && claim != null && claim.trusted()) {
            return kind(event, index);
        }
        if (!fits && suspicion == null) {
            suspicion = "; the first that does not fit the export's own hashes is event " + (index + 1) + ", " + event;
        }
        Trust.Range range = trust.leave(index, hash);
        if (range != null) {
            return "one of the events " + range.first + " to " + range.last
                    + " is not what was signed, and neither are the export's own hashes of them" + suspicion();
        }
        return compare();
    }

    private String compare() {
        for (Note note : notes) {
            if (note.size() == tree.size()) {
                if (!Arrays.equals(note.root(), tree.root())) {
                    return "one of the events " + (agreed + 1) + " to " + note.size()
                            + " is not what was signed, and neither are the export's own hashes of them" + suspicion();
                }
                agreed = note.size();
            }
        }
        return null;
    }

    private String suspicion() {
        return suspicion == null ? "" : suspicion;
    }

    /** In which way the event that stands here does not fit, by what stands behind it. */
    private String kind(Event event, long index) throws IOException {
        long end = trust.endOfRow(index);
        boolean belongsElsewhere = fitsWithin(event, index + 1, end) || fitsWithin(event, index - index % 256, index);
        long position = index + 1;
        byte[] wanted = trust.claim(index).hash();
        boolean comesLater = false;
        for (int i = 0; i < LOOK_AHEAD && !comesLater; i++) {
            Event next = export.next();
            if (next == null) {
                break;
            }
            comesLater = Arrays.equals(wanted, next.hashAt(position));
        }
        if (comesLater && belongsElsewhere) {
            return "events were reordered: at position " + position + " stands " + event;
        } else if (comesLater) {
            return "an event was inserted: at position " + position + " stands " + event;
        } else if (belongsElsewhere || (event.isReadable() && event.position() > position)) {
            return "an event was removed: the one at position " + position + " is missing, " + event + " follows";
        }
        return "an event was altered: at position " + position + " stands " + event;
    }

    private boolean fitsWithin(Event event, long from, long to) {
        for (long index = from; index < to; index++) {
            Trust.Claim claim = trust.claim(index);
            if (event.isReadable() && claim != null && Arrays.equals(claim.hash(), event.hashAt(index + 1))) {
                return true;
            }
        }
        return false;
    }
}
