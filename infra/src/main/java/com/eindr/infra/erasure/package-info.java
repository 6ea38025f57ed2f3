/** The keys under which the words of each person are kept, and what becomes of them when somebody leaves. */
@NullMarked
package com.eindr.infra.erasure;

import org.jspecify.annotations.NullMarked;
