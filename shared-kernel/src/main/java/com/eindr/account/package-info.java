/** The public language of accounts: a person's profile, preferences and devices. */
@NullMarked
package com.eindr.account;

import org.jspecify.annotations.NullMarked;
