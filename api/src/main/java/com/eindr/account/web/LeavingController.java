package com.eindr.account.web;

import com.eindr.account.AccountCommand.RequestErasure;
import com.eindr.account.AccountCommand.WithdrawErasure;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leaving for good, and thinking better of it. */
@RestController
@RequestMapping(AccountController.PATH)
@Tag(name = "Account")
class LeavingController {
    private final Writes writes;

    LeavingController(Writes writes) {
        this.writes = writes;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have everything about you erased",
            description =
                    "After seven days of grace, in which everything goes on as before and you may return; leavesAt of"
                        + " your profile says when they end. Then the key to what you wrote is destroyed, reminders"
                        + " are cancelled, friendships end, and the account is never opened again: from then on every"
                        + " request is answered with account-erased. What friends owe you, or you them, stays in their"
                        + " ledgers without your name and words. Asking again changes nothing.")
    ResponseEntity<Written> leave(@AuthenticationPrincipal Caller caller, WriteRequest write) {
        ResponseEntity<Written> answer = writes.change(new RequestErasure(caller.userId()), write);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .headers(answer.getHeaders())
                .location(URI.create(AccountController.PATH))
                .body(answer.getBody());
    }

    @PostMapping("/return")
    @Operation(
            summary = "Stay after all",
            description = "Before the days of grace are over. Refused where nobody wanted to leave.")
    ResponseEntity<Written> comeBack(@AuthenticationPrincipal Caller caller, WriteRequest write) {
        return writes.change(new WithdrawErasure(caller.userId()), write);
    }
}
