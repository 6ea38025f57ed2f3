package com.eindr.shared.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** Knows by which way operators come in. */
@FunctionalInterface
public interface Operators {

    /** Whether the way that this request came is open to operators only, so that it may see metrics without a token. */
    boolean sent(HttpServletRequest request);
}
