/** Plans, allowances and devices over HTTP, on the real servers. */
@NullMarked
package com.eindr.infra.account;

import org.jspecify.annotations.NullMarked;
