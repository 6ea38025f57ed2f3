/** How time passes for accounts. */
@NullMarked
package com.eindr.account.saga;

import org.jspecify.annotations.NullMarked;
