/** Pushes: an outbox in PostgreSQL, a dispatcher with threads of its own, and Firebase Cloud Messaging. */
@NullMarked
package com.eindr.infra.push;

import org.jspecify.annotations.NullMarked;
