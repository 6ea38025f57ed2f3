/** Wires the ledger, and watches that its entries come to nothing. */
@NullMarked
package com.eindr.infra.ledger;

import org.jspecify.annotations.NullMarked;
