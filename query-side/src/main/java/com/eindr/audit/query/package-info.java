/** By what auditors look for events. */
@NullMarked
package com.eindr.audit.query;

import org.jspecify.annotations.NullMarked;
