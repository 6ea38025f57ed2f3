/** Who may come in: tokens, roles, origins, and the id that follows each request. */
@NullMarked
package com.eindr.shared.web.security;

import org.jspecify.annotations.NullMarked;
