/** What the app opens with, over HTTP. */
@NullMarked
package com.eindr.infra.views;

import org.jspecify.annotations.NullMarked;
