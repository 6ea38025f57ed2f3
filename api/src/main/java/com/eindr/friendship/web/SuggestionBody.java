package com.eindr.friendship.web;

import com.eindr.friendship.SuggestionView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@link SuggestionView} in JSON. */
@Schema(name = "FriendSuggestion")
record SuggestionBody(
        String userId,

        @Schema(description = "Null until they say") @Nullable
        String displayName,

        @Schema(description = "How many friends you have in common")
        int mutualFriends,

        @Schema(description = "Whether you have each other in your address books")
        boolean inContacts) {

    static SuggestionBody of(SuggestionView view) {
        return new SuggestionBody(view.userId().value(), view.displayName(), view.mutualFriends(), view.inContacts());
    }
}
