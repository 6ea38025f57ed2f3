package com.eindr.friendship.web;

import com.eindr.friendship.BlockView;
import com.eindr.friendship.ConsentView;
import com.eindr.friendship.Direction;
import com.eindr.friendship.FriendView;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.friendship.RequestView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is between people, in JSON. */
final class FriendBodies {
    private FriendBodies() {}

    /** A friend, and what they may do. */
    @Schema(name = "Friend")
    record Friend(String userId, @Nullable String displayName, Instant since, Granted permissions, long version) {
        static Friend of(FriendView view) {
            return new Friend(
                    view.userId().value(),
                    view.displayName(),
                    view.since(),
                    new Granted(
                            view.permissions().reminders(),
                            view.permissions().notes(),
                            view.permissions().debts()),
                    view.version());
        }
    }

    /** What the caller lets a friend do. */
    @Schema(name = "Permissions")
    record Granted(Permission reminders, Permission notes, Permission debts) {}

    /** An open request. */
    @Schema(name = "FriendRequest")
    record Request(
            String id,
            Direction direction,

            @Schema(description = "Missing where it was made to an address") @Nullable
            String userId,

            @Schema(description = "Of the one who asks") @Nullable
            String displayName,

            Instant requestedAt,
            long version) {
        static Request of(RequestView view) {
            return new Request(
                    view.id().toString(),
                    view.direction(),
                    Objects.toString(view.userId(), null),
                    view.displayName(),
                    view.requestedAt(),
                    view.version());
        }
    }

    /** Somebody who is blocked. */
    @Schema(name = "Block")
    record Block(String userId, Instant since, long version) {
        static Block of(BlockView view) {
            return new Block(view.userId().value(), view.since(), view.version());
        }
    }

    /** What a friend may do to the caller. */
    @Schema(name = "Consent")
    record Consent(
            String userId,
            @Nullable String displayName,
            Kind kind,
            Permission permission,
            Instant since,
            long used,
            @Nullable Instant lastUsedAt,

            @Schema(description = "PUT here to change it") String revoke) {
        static Consent of(ConsentView view) {
            return new Consent(
                    view.userId().value(),
                    view.displayName(),
                    view.kind(),
                    view.permission(),
                    view.since(),
                    view.used(),
                    view.lastUsedAt(),
                    FriendController.PATH + "/" + segment(view.userId().value()) + "/permissions");
        }

        private static String segment(String text) {
            return org.springframework.web.util.UriUtils.encodePathSegment(
                    text, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
