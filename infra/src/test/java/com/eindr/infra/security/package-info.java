/** Proves who may come in. */
@NullMarked
package com.eindr.infra.security;

import org.jspecify.annotations.NullMarked;
