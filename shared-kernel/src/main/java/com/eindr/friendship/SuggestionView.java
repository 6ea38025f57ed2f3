package com.eindr.friendship;

import com.eindr.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to be found, and whom a person may know.
 *
 * @param displayName null until they say
 * @param mutualFriends how many friends the two have in common, not which; at least one where {@code inContacts} is false
 * @param inContacts whether each of the two has the other in their address book
 */
public record SuggestionView(UserId userId, @Nullable String displayName, int mutualFriends, boolean inContacts) {}
