/** Firebase's verifier behind the edge's port, and the local issuer that stands in for Firebase in the embedded mode. */
@NullMarked
package com.eindr.infra.security;

import org.jspecify.annotations.NullMarked;
