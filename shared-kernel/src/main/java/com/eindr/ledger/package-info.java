/** The public language of the ledger: who owes whom, and how they settle it. */
@NullMarked
package com.eindr.ledger;

import org.jspecify.annotations.NullMarked;
