/** What all projections share: how they write, where they stand, and how Redis answers for them. */
@NullMarked
package com.eindr.shared.query;

import org.jspecify.annotations.NullMarked;
