/** The read models of the ledger: debts, settlements, entries and what they come to. */
@NullMarked
package com.eindr.ledger.query;

import org.jspecify.annotations.NullMarked;
