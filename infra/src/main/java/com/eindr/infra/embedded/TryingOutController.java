package com.eindr.infra.embedded;

import com.eindr.reminder.ReminderId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.openapi.LockedByPlan;
import com.eindr.shared.web.security.FirstContact;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is there for somebody who tries Eindr out, beside the tokens. */
@RestController
@EmbeddedOnly
class TryingOutController {
    private final FirstContact registration;
    private final Seed seed;
    private final SeedOfMonth seedOfMonth;

    TryingOutController(
            @Qualifier("registerOnFirstContact") FirstContact registration, Seed seed, SeedOfMonth seedOfMonth) {
        this.registration = registration;
        this.seed = seed;
        this.seedOfMonth = seedOfMonth;
    }

    /** @param reminders the ids of what was planted now */
    record Seeded(List<String> reminders) {}

    @PostMapping("/dev/seed")
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @LockedByPlan
    Seeded seed(
            @AuthenticationPrincipal @Nullable Caller caller,
            @Parameter(description = "Whether to record a month of small debts with three contacts as well")
                    @RequestParam(defaultValue = "false")
                    Boolean month) {
        if (caller == null) {
            throw new AuthenticationCredentialsNotFoundException("reminders have an owner");
        }
        registration.ensureKnown(caller);
        if (month) {
            seedOfMonth.plant(caller.userId());
        }
        return new Seeded(
                seed.plant(caller.userId()).stream().map(ReminderId::toString).toList());
    }

    /** Answers nothing: what the server itself costs, for the benchmark to compare with. */
    @GetMapping("/dev/hello")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hello() {}
}
