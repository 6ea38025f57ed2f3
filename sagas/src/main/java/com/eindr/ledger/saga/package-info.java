/** What follows in the ledger when time passes. */
@NullMarked
package com.eindr.ledger.saga;

import org.jspecify.annotations.NullMarked;
