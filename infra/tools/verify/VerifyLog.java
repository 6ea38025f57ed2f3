import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of verify-log. */
public final class VerifyLog {
    private static final String HELP = """
        Usage: verify-log EXPORT CHECKPOINT [--key VERIFIER_KEY]...

        Says whether the events of an export are those that a signed checkpoint speaks of, all of them and in their
        order. If not, it names the first one that was altered, removed, inserted or reordered. Works offline, in
        constant memory.

          EXPORT      from GET /api/v1/audit/events with Accept: application/x-ndjson, from the first event on;
                      - for standard input
          CHECKPOINT  from GET /api/v1/audit/checkpoint, fetched before the export; several ones after each other
                      in one file are all checked
          --key       whose signature counts (GET /api/v1/audit/keys), as name+id+key; after a change of keys give
                      both. Without it no signature is checked, and whoever could change the export could have made
                      the checkpoint.

        Exit status: 0 everything fits, 1 tampered with, 2 the question could not be asked.
        """;

    /** Bytes of checkpoints: thousands of them. */
    private static final int LARGEST = 4 << 20;

    private VerifyLog() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** Returns the exit status. */
    static int run(String[] arguments, PrintStream out, PrintStream errors) {
        if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            out.print(HELP);
            return 0;
        }
        try {
            return verify(arguments, out);
        } catch (NoSuchFileException e) {
            errors.println("verify-log: there is no file " + e.getMessage());
        } catch (IOException | IllegalArgumentException | OutOfMemoryError e) {
            errors.println("verify-log: " + e.getMessage() + " (--help says more)");
        }
        return 2;
    }

    private static int verify(String[] arguments, PrintStream out) throws IOException {
        List<String> files = new ArrayList<>();
        List<Note.Key> keys = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--key") && i + 1 < arguments.length) {
                keys.add(Note.Key.parse(arguments[++i]));
            } else if (arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("unknown or without a value: " + arguments[i]);
            } else {
                files.add(arguments[i]);
            }
        }
        if (files.size() != 2) {
            throw new IllegalArgumentException("EXPORT and CHECKPOINT are wanted");
        }
        Path checkpoints = Path.of(files.get(1));
        if (Files.size(checkpoints) > LARGEST) {
            throw new IllegalArgumentException("not a signed checkpoint: " + checkpoints);
        }
        List<Note> notes = Note.parse(Files.readString(checkpoints));
        if (!keys.isEmpty()) {
            for (Note note : notes) {
                if (!note.isSignedByAny(keys)) {
                    return tampered(
                            out, "the checkpoint of " + note.size() + " events is not signed by a key that was given");
                }
            }
        }
        try (InputStream input = files.get(0).equals("-")
                ? new BufferedInputStream(System.in, 1 << 16)
                : new BufferedInputStream(Files.newInputStream(Path.of(files.get(0))), 1 << 16)) {
            return check(input, notes, keys, out);
        }
    }

    private static int check(InputStream input, List<Note> notes, List<Note.Key> keys, PrintStream out)
            throws IOException {
        Trust trust = new Trust();
        Export export = new Export(input, trust);
        export.begin();
        if (export.after() != 0) {
            throw new IllegalArgumentException("the export has to begin with the first event");
        }
        notes.forEach(note -> trust.root(note.size(), note.root()));
        List<Note> trusted = new ArrayList<>(notes);
        if (export.checkpoint() != null && !keys.isEmpty()) {
            addOwn(export.checkpoint(), notes.get(0).origin(), keys, trust, trusted);
        }
        Check check = new Check(export, trust, trusted);
        String finding = check.run();
        if (finding != null) {
            return tampered(out, finding);
        }
        Note last = trusted.get(0);
        for (Note note : trusted) {
            last = note.size() > last.size() ? note : last;
        }
        out.println("OK: " + last.size() + " events are those that " + last.origin() + " has signed"
                + (keys.isEmpty() ? ", if the checkpoint is its own: no --key was given" : ""));
        if (check.read() > last.size()) {
            out.println((check.read() - last.size()) + " newer events of the export are not signed yet");
        }
        return 0;
    }

    /** The checkpoint that came with the export counts where a key that was given has signed it. */
    private static void addOwn(String checkpoint, String origin, List<Note.Key> keys, Trust trust, List<Note> trusted) {
        List<Note> own;
        try {
            own = Note.parse(checkpoint);
        } catch (IllegalArgumentException e) {
            return;
        }
        for (Note note : own) {
            if (note.origin().equals(origin) && note.isSignedByAny(keys)) {
                trusted.add(note);
                if (!trust.isRooted()) {
                    trust.root(note.size(), note.root());
                }
            }
        }
    }

    private static int tampered(PrintStream out, String finding) {
        out.println("TAMPERED: " + finding);
        return 1;
    }
}
