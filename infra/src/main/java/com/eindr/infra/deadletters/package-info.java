/** Events that could not be handled: kept in order, counted, and tried again when somebody asks. */
@NullMarked
package com.eindr.infra.deadletters;

import org.jspecify.annotations.NullMarked;
