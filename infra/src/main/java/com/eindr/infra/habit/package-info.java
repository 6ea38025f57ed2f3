/** Looks for habits, behind the read model and off the request path. */
@NullMarked
package com.eindr.infra.habit;

import org.jspecify.annotations.NullMarked;
