/** Finding notes and reminders by what they mean, over HTTP. */
@NullMarked
package com.eindr.search.web;

import org.jspecify.annotations.NullMarked;
