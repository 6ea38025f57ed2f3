/** Keys of people, what is sealed under them, and what is left when somebody leaves. */
@NullMarked
package com.eindr.infra.erasure;

import org.jspecify.annotations.NullMarked;
