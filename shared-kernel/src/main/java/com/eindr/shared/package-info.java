/** What every feature shares: identities, refusals, and the vocabulary of messages. */
@NullMarked
package com.eindr.shared;

import org.jspecify.annotations.NullMarked;
