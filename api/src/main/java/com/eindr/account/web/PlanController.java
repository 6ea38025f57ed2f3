package com.eindr.account.web;

import com.eindr.account.AccountCommand.ChangePlan;
import com.eindr.account.AccountRefusal;
import com.eindr.account.Plan;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What administrators decide about accounts. The security configuration lets only them in. */
@RestController
@RequestMapping(PlanController.PATH)
@Tag(name = "Operations")
class PlanController {
    static final String PATH = "/api/v1/admin/users";

    private final Writes writes;

    PlanController(Writes writes) {
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

    /** What can be no user's id is no user's id. */
    private static UserId user(String id) {
        try {
            return new UserId(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(AccountRefusal.USER_NOT_FOUND, "no user has this id");
        }
    }
}
