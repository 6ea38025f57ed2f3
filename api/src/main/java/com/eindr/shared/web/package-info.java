/** The HTTP conventions that every endpoint keeps. */
@NullMarked
package com.eindr.shared.web;

import org.jspecify.annotations.NullMarked;
