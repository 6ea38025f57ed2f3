/** Documents of the ledger. */
@NullMarked
package com.eindr.ledger.web;

import org.jspecify.annotations.NullMarked;
