/** Accounts over HTTP. */
@NullMarked
package com.eindr.account.web;

import org.jspecify.annotations.NullMarked;
