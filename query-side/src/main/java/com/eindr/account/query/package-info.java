/** The read models of accounts: profile, preferences and devices. */
@NullMarked
package com.eindr.account.query;

import org.jspecify.annotations.NullMarked;
