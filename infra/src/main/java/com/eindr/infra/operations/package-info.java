/** The way in for those who run Eindr. */
@NullMarked
package com.eindr.infra.operations;

import org.jspecify.annotations.NullMarked;
