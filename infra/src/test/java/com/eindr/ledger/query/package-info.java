@NullMarked
package com.eindr.ledger.query;

import org.jspecify.annotations.NullMarked;
