import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface, as one user of the app sees it. */
record Api(Application application, String token) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An answer and how long it took, in nanoseconds. */
    record Answer(int status, JsonNode body, Optional<String> consistencyToken, long nanos) {}

    static Api of(Application application, String userId, String... roles) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(java.util.Map.of("userId", userId, "roles", List.of(roles)));
        var answer = new Api(application, "")
                .send(HttpRequest.newBuilder(application.uri("/dev/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
        expect(answer, 200, 201);
        var api = new Api(application, answer.body().get("token").asString());
        // The first contact registers the user, which is not what is to be measured.
        expect(api.get("/api/v1/me"), 200);
        return api;
    }

    /** Writes the tokens of so many users to a file, one a line, for wrk. */
    static Path tokens(Application application, Path folder, String prefix, int users)
            throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            tokens.add(of(application, prefix + i).token());
        }
        return Files.write(folder.resolve(prefix + ".tokens"), tokens);
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send(headers(HttpRequest.newBuilder(application.uri(path)), headers));
    }

    Answer post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send(headers(HttpRequest.newBuilder(application.uri(path)), headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Creates a reminder and returns the answer, which must be a 201. */
    Answer remind(String title, LocalDateTime start, String... headers) throws IOException, InterruptedException {
        var answer = post("/api/v1/reminders", reminder(title, start), headers);
        expect(answer, 201);
        return answer;
    }

    static String reminder(String title, LocalDateTime start) {
        return "{\"title\":\"" + title + "\",\"start\":\"" + start + "\",\"timeZone\":\"UTC\"}";
    }

    static void expect(Answer answer, int... statuses) {
        for (int status : statuses) {
            if (answer.status() == status) {
                return;
            }
        }
        throw new IllegalStateException(answer.status() + ": " + answer.body());
    }

    private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        long began = System.nanoTime();
        HttpResponse<byte[]> response =
                HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofByteArray());
        long nanos = System.nanoTime() - began;
        var body = response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
        return new Answer(response.statusCode(), body, response.headers().firstValue("Consistency-Token"), nanos);
    }
}
