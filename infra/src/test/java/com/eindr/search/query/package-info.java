/** What is to be found, and under which words. */
@NullMarked
package com.eindr.search.query;

import org.jspecify.annotations.NullMarked;
