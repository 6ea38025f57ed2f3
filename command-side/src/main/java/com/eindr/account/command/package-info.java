/** How accounts decide. */
@NullMarked
package com.eindr.account.command;

import org.jspecify.annotations.NullMarked;
