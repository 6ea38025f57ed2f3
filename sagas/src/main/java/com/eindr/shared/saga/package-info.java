/** What sagas and automations of every feature share. */
@NullMarked
package com.eindr.shared.saga;

import org.jspecify.annotations.NullMarked;
