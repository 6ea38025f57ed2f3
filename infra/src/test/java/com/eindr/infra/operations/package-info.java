/** Proves the files that operators start and watch Eindr with. */
@NullMarked
package com.eindr.infra.operations;

import org.jspecify.annotations.NullMarked;
