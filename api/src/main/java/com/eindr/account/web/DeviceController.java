package com.eindr.account.web;

import com.eindr.account.AccountCommand.RegisterDevice;
import com.eindr.account.AccountCommand.RemoveDevice;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.DeviceId;
import com.eindr.account.Platform;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The devices that take a person's pushes. */
@RestController
@RequestMapping(DeviceController.PATH)
@Tag(name = "Account")
class DeviceController {
    static final String PATH = AccountController.PATH + "/devices";

    private final Writes writes;

    DeviceController(Writes writes) {
        this.writes = writes;
    }

    @Schema(name = "NewDevice")
    record NewDevice(
            @NotNull
            @Pattern(regexp = "[\\x21-\\x7E]{1,4096}", message = "must have 1 to 4096 visible ASCII characters")
            String fcmToken,

            @NotNull Platform platform) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Register a device",
            description = "Registering it again changes nothing. The version is that of the account.")
    ResponseEntity<Written> register(
            @AuthenticationPrincipal Caller caller, WriteRequest write, @Valid @RequestBody NewDevice body) {
        DeviceId device = new DeviceId(DerivedUuid.of("device", body.fcmToken()));
        return writes.createPart(
                PATH + "/",
                device.toString(),
                new RegisterDevice(caller.userId(), device, body.fcmToken(), body.platform()),
                write);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a device", description = "The id and version answered are those of the account.")
    ResponseEntity<Written> remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        return writes.change(new RemoveDevice(caller.userId(), new DeviceId(id), DeviceRemoved.Cause.ASKED), write);
    }
}
