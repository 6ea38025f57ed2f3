package com.eindr.infra.embedded;

import com.eindr.infra.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What the embedded servers need to know of the machine they run on. */
enum Platform {
    LINUX_AMD64("postgres-linux-x86_64.txz", "redis-server-7.0.15-linux-amd64"),
    LINUX_ARM64("postgres-linux-arm_64.txz", "redis-server-7.0.15-linux-arm64"),
    MAC_AMD64("postgres-darwin-x86_64.txz", "redis-server-7.0.15-darwin-amd64"),
    MAC_ARM64("postgres-darwin-arm_64.txz", "redis-server-7.0.15-darwin-arm64");

    private final String postgresArchive;
    private final String redisExecutable;

    Platform(String postgresArchive, String redisExecutable) {
        this.postgresArchive = postgresArchive;
        this.redisExecutable = redisExecutable;
    }

    String postgresArchive() {
        return postgresArchive;
    }

    String redisExecutable() {
        return redisExecutable;
    }

    /** @throws CannotStart where there are no servers for this machine */
    static Platform current() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        boolean amd = machine.equals("amd64") || machine.equals("x86_64");
        if (system.contains("linux") && (arm || amd)) {
            return arm ? LINUX_ARM64 : LINUX_AMD64;
        }
        if (system.contains("mac") && (arm || amd)) {
            return arm ? MAC_ARM64 : MAC_AMD64;
        }
        throw new CannotStart(
                "There are no embedded servers for " + system + " on " + machine + ".",
                "Use docker-compose, or point spring.datasource.url and spring.data.redis.url at servers of your own.");
    }

    /**
     * What to put before a command of PostgreSQL, which refuses to run as root: in a user namespace of its own, root is
     * nobody, while its files stay its own.
     *
     * @throws CannotStart as root on a machine that allows no user namespaces
     */
    static List<String> asOrdinaryUser() {
        if (!"0".equals(output(List.of("id", "-u")))) {
            return List.of();
        }
        List<String> unshare = List.of("unshare", "-U");
        String nobody = output(List.of("unshare", "-U", "id", "-u"));
        if (nobody.isEmpty() || nobody.equals("0")) {
            throw new CannotStart(
                    "PostgreSQL refuses to run as root, and this machine does not let root become nobody (unshare -U).",
                    "Start Eindr as an ordinary user.");
        }
        return unshare;
    }

    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return process.waitFor() == 0 ? output : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** A port of the loopback interface that was free a moment ago. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
