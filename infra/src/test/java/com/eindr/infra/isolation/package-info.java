/** Who may see and do what, checked endpoint by endpoint against the table in docs/isolation.md. */
@NullMarked
package com.eindr.infra.isolation;

import org.jspecify.annotations.NullMarked;
