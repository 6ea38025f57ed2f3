package com.eindr.infra.push;

import com.eindr.infra.push.RecordingPushService.Recorded;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows, in the embedded mode only, the pushes that would have been sent. */
@RestController
@Profile("!production")
class RecordedPushes {
    private final ObjectProvider<RecordingPushService> recording;

    RecordedPushes(ObjectProvider<RecordingPushService> recording) {
        this.recording = recording;
    }

    /** The latest first; empty where Firebase sends them. */
    @GetMapping("/dev/pushes")
    List<Recorded> pushes(@RequestParam(required = false, defaultValue = "") String userId) {
        RecordingPushService service = recording.getIfAvailable();
        return service == null
                ? List.of()
                : service.latest().stream()
                        .filter(push -> userId.isEmpty() || push.userId().equals(userId))
                        .toList();
    }
}
