/** Feature flags through OpenFeature. */
@NullMarked
package com.eindr.infra.flags;

import org.jspecify.annotations.NullMarked;
