/** How far the projections have come. */
@NullMarked
package com.eindr.infra.positions;

import org.jspecify.annotations.NullMarked;
