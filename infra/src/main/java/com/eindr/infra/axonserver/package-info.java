/** The event log in Axon Server, for those who choose it. Everything else stays where it is by default. */
@NullMarked
package com.eindr.infra.axonserver;

import org.jspecify.annotations.NullMarked;
