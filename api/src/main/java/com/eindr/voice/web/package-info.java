/** Where people speak to Eindr. */
@NullMarked
package com.eindr.voice.web;

import org.jspecify.annotations.NullMarked;
