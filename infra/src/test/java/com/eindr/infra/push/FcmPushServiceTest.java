package com.eindr.infra.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountQuery.Device;
import com.eindr.account.DeviceId;
import com.eindr.account.Platform;
import com.eindr.infra.push.PushService.Answer;
import com.eindr.infra.push.PushService.Rejected;
import com.eindr.infra.push.PushService.Taken;
import com.eindr.infra.push.PushService.TokenDead;
import com.eindr.infra.push.PushService.TryLater;
import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.UserId;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Speaks to a server on loopback that answers as FCM's HTTP v1 API does. */
class FcmPushServiceTest {
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");
    private static final ReminderId REMINDER = ReminderId.of("01890000-0000-7000-8000-000000000001");
    private static final OccurrenceId OCCURRENCE = new OccurrenceId("2026-12-07T09:00");

    private final FcmServer fcm = new FcmServer();
    private FirebaseApp app;
    private PushService service;

    @BeforeEach
    void connect() {
        NetHttpTransport loopback = new NetHttpTransport.Builder()
                .setConnectionFactory(url -> toLoopback(url.getPath()))
                .build();
        app = FirebaseApp.initializeApp(
                FirebaseOptions.builder()
                        .setProjectId("eindr-test")
                        .setCredentials(GoogleCredentials.create(
                                new AccessToken("none", Date.from(Instant.ofEpochSecond(Integer.MAX_VALUE)))))
                        .setHttpTransport(loopback)
                        .setThreadManager(new FewThreads())
                        .setConnectTimeout(1_000)
                        .setReadTimeout(500)
                        .build(),
                "fcm-" + UUID.randomUUID());
        service = new FcmPushService(FirebaseMessaging.getInstance(app));
    }

    @AfterEach
    void disconnect() {
        app.delete();
        fcm.close();
    }

    @Test
    void a_push_carries_ids_and_a_generic_text() {
        assertThat(service.send(List.of(message("good", false)))).containsExactly(new Taken());
        JsonNode sent = fcm.received().getFirst().path("message");
        assertThat(sent.path("token").asString()).isEqualTo("good");
        assertThat(sent.path("data").path("reminderId").asString()).isEqualTo(REMINDER.toString());
        assertThat(sent.path("data").path("occurrenceId").asString()).isEqualTo("2026-12-07T09:00");
        assertThat(sent.path("android").path("collapse_key").asString()).isEqualTo("2026-12-07T09:00");
        assertThat(sent.path("apns").path("headers").path("apns-collapse-id").asString())
                .contains("2026-12-07T09:00")
                .hasSizeLessThanOrEqualTo(64);
        assertThat(sent.toString()).doesNotContain("Call Bob");
    }

    @Test
    void the_title_is_shown_to_those_who_allow_it() {
        service.send(List.of(message("good", true)));
        assertThat(fcm.received()
                        .getFirst()
                        .path("message")
                        .path("notification")
                        .path("title")
                        .asString())
                .isEqualTo("Call Bob");
    }

    @Test
    void every_message_of_a_batch_has_its_own_answer() {
        fcm.answer("dead", 404, "UNREGISTERED", 0);
        fcm.answer("other", 403, "SENDER_ID_MISMATCH", 0);
        fcm.answer("busy", 429, "QUOTA_EXCEEDED", 7);
        fcm.answer("away", 503, "UNAVAILABLE", 120);
        fcm.answer("wrong", 400, "INVALID_ARGUMENT", 0);
        List<Answer> answers = service.send(List.of(
                message("good", false),
                message("dead", false),
                message("other", false),
                message("busy", false),
                message("away", false),
                message("wrong", false)));
        assertThat(answers.get(0)).isInstanceOf(Taken.class);
        assertThat(answers.get(1)).isInstanceOf(TokenDead.class);
        assertThat(answers.get(2)).isInstanceOf(TokenDead.class);
        assertThat(answers.get(3))
                .isInstanceOfSatisfying(
                        TryLater.class, later -> assertThat(later.notBefore()).isEqualTo(Duration.ofSeconds(7)));
        assertThat(answers.get(4))
                .isInstanceOfSatisfying(
                        TryLater.class, later -> assertThat(later.notBefore()).isEqualTo(Duration.ofMinutes(2)));
        assertThat(answers.get(5)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_server_that_hangs_is_left_after_a_while() {
        fcm.hangOn("slow");
        assertThat(service.send(List.of(message("slow", false), message("good", false))))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(TryLater.class),
                        second -> assertThat(second).isInstanceOf(Taken.class));
    }

    @Test
    void a_server_that_is_not_there_is_tried_later() {
        fcm.close();
        assertThat(service.send(List.of(message("good", false))))
                .singleElement()
                .isInstanceOf(TryLater.class);
    }

    private HttpURLConnection toLoopback(String path) throws IOException {
        return (HttpURLConnection)
                URI.create("http://127.0.0.1:" + fcm.port() + path).toURL().openConnection();
    }

    private static PushMessage message(String token, boolean showsTitle) {
        Push push = new Push(
                NotificationId.ofRing(REMINDER, OCCURRENCE, NINE),
                new UserId("ana"),
                NotificationKind.REMINDER_DUE,
                REMINDER,
                OCCURRENCE,
                "Call Bob",
                NINE.plusSeconds(86_400),
                1,
                Set.of(),
                null);
        return new PushMessage(
                push, new Device(new DeviceId(DerivedUuid.of(token)), token, Platform.ANDROID), showsTitle);
    }
}
