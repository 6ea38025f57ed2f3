/** The ledger over HTTP, on the real servers. */
@NullMarked
package com.eindr.infra.ledger;

import org.jspecify.annotations.NullMarked;
