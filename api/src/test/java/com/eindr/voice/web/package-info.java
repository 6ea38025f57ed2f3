/** What people are answered, in words. */
@NullMarked
package com.eindr.voice.web;

import org.jspecify.annotations.NullMarked;
