/** Proves that nothing acknowledged is lost, and nothing done twice, when machines and servers go away. */
@NullMarked
package com.eindr.infra.resilience;

import org.jspecify.annotations.NullMarked;
