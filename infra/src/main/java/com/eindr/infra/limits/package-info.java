/** Rate limits, counted in Redis so that all nodes count together. */
@NullMarked
package com.eindr.infra.limits;

import org.jspecify.annotations.NullMarked;
