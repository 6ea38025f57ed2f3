/** Time, as the sagas know it: deadlines that are kept in PostgreSQL and fire on whichever node is there. */
@NullMarked
package com.eindr.infra.deadlines;

import org.jspecify.annotations.NullMarked;
