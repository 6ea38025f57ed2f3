/** How the application speaks to Redis, which it can do without. */
@NullMarked
package com.eindr.infra.redis;

import org.jspecify.annotations.NullMarked;
