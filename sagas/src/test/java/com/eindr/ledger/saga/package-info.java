@NullMarked
package com.eindr.ledger.saga;

import org.jspecify.annotations.NullMarked;
