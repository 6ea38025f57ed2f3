/** Notes over HTTP. */
@NullMarked
package com.eindr.note.web;

import org.jspecify.annotations.NullMarked;
