package com.eindr.account.web;

import com.eindr.account.AccountCommand.ChangePlan;
import com.eindr.account.AccountCommand.ClearFlag;
import com.eindr.account.AccountCommand.SetFlag;
import com.eindr.account.AccountRefusal;
import com.eindr.account.FlagName;
import com.eindr.account.Plan;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What administrators decide about accounts. The security configuration lets only them in. */
@RestController
@RequestMapping(AdministrationController.PATH)
@Tag(name = "Operations")
class AdministrationController {
    static final String PATH = "/api/v1/admin/users";

    private final Writes writes;

    AdministrationController(Writes writes) {
        this.writes = writes;
    }

    @Schema(name = "PlanChoice")
    record Choice(@NotNull Plan plan) {}

    @PutMapping("/{id}/plan")
    @Operation(
            summary = "Put a user on a plan",
            description = "TRIAL begins a new trial. The version is that of the account; the plan that the user is on"
                    + " already changes nothing.")
    ResponseEntity<Written> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            WriteRequest write,
            @Valid @RequestBody Choice body) {
        return writes.change(new ChangePlan(user(id), body.plan(), caller.userId()), write);
    }

    @Schema(name = "FlagChoice")
    record Switch(@NotNull Boolean on) {}

    @PutMapping("/{id}/flags/{flag}")
    @Operation(
            summary = "Switch a feature on or off for a user",
            description = "Whatever holds for everybody. The version is that of the account.")
    ResponseEntity<Written> setFlag(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String flag,
            WriteRequest write,
            @Valid @RequestBody Switch body) {
        return writes.change(new SetFlag(user(id), flag(flag), body.on(), caller.userId()), write);
    }

    @DeleteMapping("/{id}/flags/{flag}")
    @Operation(
            summary = "Let a feature be for a user as it is for everybody",
            description = "The version is that of the account.")
    ResponseEntity<Written> clearFlag(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @PathVariable String flag,
            WriteRequest write) {
        return writes.change(new ClearFlag(user(id), flag(flag), caller.userId()), write);
    }

    private static FlagName flag(String name) {
        try {
            return new FlagName(name);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.of("flag", "must be lower-case words of letters and digits with dashes between them");
        }
    }

    /** What can be no user's id is no user's id. */
    private static UserId user(String id) {
        try {
            return new UserId(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(AccountRefusal.USER_NOT_FOUND, "no user has this id");
        }
    }
}
