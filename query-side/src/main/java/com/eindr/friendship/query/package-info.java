/** The read models of friendships: each person's friends, requests, blocks, proposals and consents, as that person sees them. */
@NullMarked
package com.eindr.friendship.query;

import org.jspecify.annotations.NullMarked;
