/** Finding what somebody wrote by what it means: questions and answers. */
@NullMarked
package com.eindr.search;

import org.jspecify.annotations.NullMarked;
