/** What leads to suggestions, and what becomes of them. */
@NullMarked
package com.eindr.habit.query;

import org.jspecify.annotations.NullMarked;
