/** How the ledger decides: debts, settlements, and the accounts in which both are posted. */
@NullMarked
package com.eindr.ledger.command;

import org.jspecify.annotations.NullMarked;
