import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Checks that every Java file looks as palantir-java-format would write it, or with {@code fix} makes it so.
 *
 * <p>The formatter parses with the compiler of the Java it runs on. Formatting plugins run inside Maven, which may be on a
 * Java too old to read our sources, so the build launches this file on the JDK that compiles them.
 */
class Format {
    public static void main(String[] arguments) throws IOException {
        boolean fix = arguments[0].equals("fix");
        Path root = Path.of(arguments[1]);
        var sources = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            // Build output is not ours to format, and the embedded database deletes its files while we look at them.
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return Set.of("target", ".git", ".eindr").contains(String.valueOf(directory.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        var options = JavaFormatterOptions.builder()
                .style(Style.PALANTIR)
                .formatJavadoc(false)
                .build();
        var offences = new AtomicInteger();
        sources.parallelStream().forEach(file -> {
            try {
                var written = Files.readString(file);
                var wanted = Formatter.createFormatter(options).formatSourceAndFixImports(written);
                if (!wanted.equals(written)) {
                    if (fix) {
                        Files.writeString(file, wanted);
                        System.out.println("formatted " + root.relativize(file));
                    } else {
                        offences.incrementAndGet();
                        System.err.println("not formatted: " + root.relativize(file));
                    }
                }
            } catch (FormatterException | IOException unreadable) {
                offences.incrementAndGet();
                System.err.println("cannot format " + root.relativize(file) + ": " + unreadable.getMessage());
            }
        });
        if (offences.get() > 0) {
            System.err.println("Repair with: mvn -N -Pformat validate");
            System.exit(1);
        }
    }
}
