/** Which texts there are to be found, and which of them are near in meaning. */
@NullMarked
package com.eindr.search.query;

import org.jspecify.annotations.NullMarked;
