/** Feature flags, evaluated through OpenFeature so that another provider can be plugged in. */
@NullMarked
package com.eindr.infra.flags;

import org.jspecify.annotations.NullMarked;
