package com.eindr.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@EindrTest
class ReadmeTest {
    private static final Pattern TOUR = Pattern.compile("## A tour.*?```bash\n(.*?)```", Pattern.DOTALL);

    private final ApiClient api;

    @TempDir
    Path scratch;

    ReadmeTest(@Autowired ApiClient api) {
        this.api = api;
    }

    @Test
    void the_tour_works_as_it_is_written() throws IOException, InterruptedException {
        var tour = TOUR.matcher(Repository.text("README.md"));
        assertThat(tour.find()).isTrue();
        assertThat(tour.group(1).lines()).hasSize(5);
        String script = tour.group(1)
                .replace("localhost:8080", "127.0.0.1:" + api.address("/").getPort());

        assertThat(said(script))
                .contains("\"title\":\"Call Ana\"")
                .contains("event:occurrence-rang")
                .contains("\"type\":\"OccurrenceRang\"");
    }

    private String said(String script) throws IOException, InterruptedException {
        Path output = scratch.resolve("said");
        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            bash.destroyForcibly();
        }
        return Files.readString(output);
    }
}
