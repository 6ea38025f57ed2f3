/** Devices that know nothing but what catching up tells them. */
@NullMarked
package com.eindr.infra.sync;

import org.jspecify.annotations.NullMarked;
