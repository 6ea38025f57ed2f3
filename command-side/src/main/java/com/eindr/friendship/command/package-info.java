/** Who may do what to whom: friendships, requests, and what friends propose to each other. */
@NullMarked
package com.eindr.friendship.command;

import org.jspecify.annotations.NullMarked;
