/** The HTTP contract, tried over HTTP on real servers. */
@NullMarked
package com.eindr.infra.http;

import org.jspecify.annotations.NullMarked;
