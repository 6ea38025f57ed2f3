/** What the read models need from the world outside. */
@NullMarked
package com.eindr.infra.views;

import org.jspecify.annotations.NullMarked;
