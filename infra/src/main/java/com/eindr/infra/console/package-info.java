/** The page by which auditors and administrators look into the log. */
@NullMarked
package com.eindr.infra.console;

import org.jspecify.annotations.NullMarked;
