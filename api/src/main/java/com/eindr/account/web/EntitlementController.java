package com.eindr.account.web;

import com.eindr.account.AccountQuery.EntitlementsOf;
import com.eindr.account.EntitlementsView;
import com.eindr.account.EntitlementsView.Entitlement;
import com.eindr.account.Feature;
import com.eindr.account.FeatureFlags;
import com.eindr.account.FlagName;
import com.eindr.account.Plan;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Queries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person's plan lets them do, told before the tap. */
@RestController
@RequestMapping(AccountController.PATH)
@Tag(name = "Account")
class EntitlementController {
    private final Queries queries;
    private final FeatureFlags flags;
    private final Clock clock;

    EntitlementController(Queries queries, FeatureFlags flags, Clock clock) {
        this.queries = queries;
        this.flags = flags;
        this.clock = clock;
    }

    @Schema(name = "Entitlements")
    record Entitlements(
            Plan plan,

            @Schema(description = "Null where no trial is running") @Nullable
            Instant trialEndsAt,

            List<Part> features,

            @Schema(description = "Features that are not for everybody yet, by name, and whether they are on for you")
            Map<String, Boolean> flags) {

        static Entitlements of(EntitlementsView view, Map<FlagName, Boolean> flags) {
            Map<String, Boolean> byName = new TreeMap<>();
            flags.forEach((flag, on) -> byName.put(flag.value(), on));
            return new Entitlements(
                    view.plan(),
                    view.trialEndsAt(),
                    view.features().stream().map(Part::of).toList(),
                    byName);
        }
    }

    /** What there is of one feature. */
    @Schema(name = "Entitlement")
    record Part(
            Feature feature,

            @Schema(
                    description = "Whether one more would be granted now; of what counts by different others, such as"
                            + " friends, one more other")
            boolean allowed,

            @Schema(description = "The least plan that would grant it; null where it is granted") @Nullable
            Plan requiredPlan,

            @Schema(description = "In a calendar month (UTC); null for none, 0 for locked") @Nullable
            Integer limit,

            @Schema(description = "In this calendar month; 0 where nothing is counted")
            long used,

            @Schema(description = "When used is 0 again; null where nothing is counted") @Nullable
            Instant resetsAt) {

        static Part of(Entitlement entitlement) {
            return new Part(
                    entitlement.feature(),
                    entitlement.allowed(),
                    entitlement.requiredPlan(),
                    entitlement.limit(),
                    entitlement.used(),
                    entitlement.resetsAt());
        }
    }

    @GetMapping("/entitlements")
    @Operation(
            summary = "What your plan lets you do",
            description = "What is locked is answered with 403 and the requiredPlan; here it can be seen before.")
    Entitlements entitlements(@AuthenticationPrincipal Caller caller) {
        return queries.optional(new EntitlementsOf(caller.userId(), clock.instant()), EntitlementsView.class)
                .map(view -> Entitlements.of(view, flags.of(caller.userId())))
                .orElseThrow();
    }
}
