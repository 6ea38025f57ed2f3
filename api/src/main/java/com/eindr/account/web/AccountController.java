package com.eindr.account.web;

import com.eindr.account.AccountCommand.EditPreferences;
import com.eindr.account.AccountCommand.EditProfile;
import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.QuietHours;
import com.eindr.account.Subscription;
import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.KeptUntilChange;
import com.eindr.shared.web.LanguageTag;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Text;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import com.eindr.shared.web.openapi.LockedByPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own account. */
@RestController
@RequestMapping(AccountController.PATH)
@Tag(name = "Account")
class AccountController {
    static final String PATH = "/api/v1/me";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Writes writes;
    private final Queries queries;
    private final Clock clock;

    AccountController(Writes writes, Queries queries, Clock clock) {
        this.writes = writes;
        this.queries = queries;
        this.clock = clock;
    }

    @Schema(name = "ProfileEdit")
    record ProfileEdit(
            @Text(max = 100) Patch<String> displayName,
            @NotNull @LanguageTag Patch<String> language,
            @NotNull Patch<ZoneId> timeZone) {}

    @Schema(name = "QuietHoursEdit")
    record Hours(@NotNull LocalTime from, @NotNull LocalTime to) {
        QuietHours quietHours() {
            if (from.equals(to)) {
                throw InvalidRequest.of("quietHours.to", "must be another time than from");
            }
            return new QuietHours(from, to);
        }
    }

    @Schema(name = "PreferencesEdit")
    record PreferencesEdit(
            Patch<@Valid Hours> quietHours,
            @NotNull @Text(max = 64) Patch<String> notificationSound,
            @LanguageTag Patch<String> ttsLanguage,
            @NotNull Patch<Boolean> chatHistoryEnabled,
            @NotNull Patch<Boolean> habitSuggestionsEnabled,
            @NotNull Patch<Boolean> discoverable,
            @NotNull Patch<Boolean> allowFriendRequests,
            @NotNull Patch<Boolean> pushShowsTitle) {

        EditPreferences command(UserId user) {
            Hours hours = quietHours.value();
            Patch<QuietHours> quiet =
                    quietHours.present() ? Patch.of(hours == null ? null : hours.quietHours()) : Patch.absent();
            return new EditPreferences(
                    user,
                    quiet,
                    notificationSound,
                    ttsLanguage,
                    chatHistoryEnabled,
                    habitSuggestionsEnabled,
                    discoverable,
                    allowFriendRequests,
                    pushShowsTitle);
        }
    }

    @GetMapping
    @Operation(summary = "Read your profile")
    @KeptUntilChange
    ResponseEntity<AccountView> profile(@AuthenticationPrincipal Caller caller) {
        AccountView account = account(caller);
        return ResponseEntity.ok().eTag(EntityTags.of(account.version())).body(account);
    }

    @PatchMapping(consumes = MERGE_PATCH)
    @Operation(
            summary = "Change your profile",
            description =
                    "A new time zone takes along every reminder that is FLOATING or ALL_DAY. Another language counts"
                            + " among those of the month, as does the one before; a region of the same does not.")
    @LockedByPlan
    ResponseEntity<Written> editProfile(
            @AuthenticationPrincipal Caller caller, WriteRequest write, @Valid @RequestBody ProfileEdit body) {
        return writes.change(
                new EditProfile(caller.userId(), body.displayName(), body.language(), body.timeZone()), write);
    }

    @GetMapping("/preferences")
    @Operation(summary = "Read your preferences")
    @KeptUntilChange
    ResponseEntity<Preferences> preferences(@AuthenticationPrincipal Caller caller) {
        AccountView account = account(caller);
        return ResponseEntity.ok().eTag(EntityTags.of(account.version())).body(account.preferences());
    }

    @PatchMapping(path = "/preferences", consumes = MERGE_PATCH)
    @Operation(
            summary = "Change your preferences",
            description = "Quiet hours are replaced as a whole; null ends them. Another ttsLanguage counts as another"
                    + " language of the profile does.")
    @LockedByPlan
    ResponseEntity<Written> editPreferences(
            @AuthenticationPrincipal Caller caller, WriteRequest write, @Valid @RequestBody PreferencesEdit body) {
        return writes.change(body.command(caller.userId()), write);
    }

    /** Somebody who was registered a moment ago may not be in the read model yet; they are as everybody begins. */
    private AccountView account(Caller caller) {
        @Nullable
        AccountView known = queries.optional(new AccountOf(caller.userId()), AccountView.class)
                .orElse(null);
        return known != null
                ? known
                : new AccountView(
                        caller.userId(),
                        Profile.INITIAL,
                        Preferences.INITIAL,
                        Subscription.INITIAL,
                        clock.instant(),
                        null,
                        2);
    }
}
