/** The ledger over HTTP. */
@NullMarked
package com.eindr.ledger.web;

import org.jspecify.annotations.NullMarked;
