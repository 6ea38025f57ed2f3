package com.eindr.infra.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The verifier that auditors run, compiled once and called in this process; {@link #script} is the whole of it. */
public final class VerifyLog {
    private static final Path TOOLS = Path.of("tools").toAbsolutePath();
    private static final Method RUN = compiled();

    private VerifyLog() {}

    /** What it said, on either output, and how it ended. */
    public record Verdict(int status, String said) {}

    public static Verdict run(Object... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
            int status = (int) RUN.invoke(null, texts, out, out);
            return new Verdict(status, said.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an auditor calls it. */
    public static Verdict script(Object... arguments) {
        List<String> command =
                new ArrayList<>(List.of(TOOLS.resolve("verify-log").toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        try {
            Path output = Files.createTempFile("verdict", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("it does not end");
            }
            String said = Files.readString(output);
            Files.delete(output);
            return new Verdict(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Method compiled() {
        try (Stream<Path> sources = Files.list(TOOLS.resolve("verify"))) {
            Path classes =
                    Files.createDirectories(Path.of("target", "verify-log").toAbsolutePath());
            List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-Werror", "-d"));
            arguments.add(classes.toString());
            sources.map(Path::toString).forEach(arguments::add);
            var errors = new ByteArrayOutputStream();
            int status = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
            if (status != 0) {
                throw new AssertionError(errors.toString(StandardCharsets.UTF_8));
            }
            ClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
            Method run = loader.loadClass("VerifyLog")
                    .getDeclaredMethod("run", String[].class, PrintStream.class, PrintStream.class);
            run.setAccessible(true);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
