/** Proves that the embedded mode survives what laptops do to it. */
@NullMarked
package com.eindr.infra.embedded;

import org.jspecify.annotations.NullMarked;
