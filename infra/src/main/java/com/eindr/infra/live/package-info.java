/** What a person's devices see live: one tail of the event log per node, and a queue per device. */
@NullMarked
package com.eindr.infra.live;

import org.jspecify.annotations.NullMarked;
