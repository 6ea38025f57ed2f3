/** The public language of the audit: who read the log, what of it, and why. */
@NullMarked
package com.eindr.audit;

import org.jspecify.annotations.NullMarked;
