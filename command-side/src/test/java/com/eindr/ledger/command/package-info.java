@NullMarked
package com.eindr.ledger.command;

import org.jspecify.annotations.NullMarked;
