/**
 * Tests of the whole application on real servers. A test class says {@link com.eindr.infra.testing.EindrTest}, and
 * takes {@link com.eindr.infra.testing.ApiClient} and {@link com.eindr.infra.testing.TestClock} from the context.
 */
@NullMarked
package com.eindr.infra.testing;

import org.jspecify.annotations.NullMarked;
