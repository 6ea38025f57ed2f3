/** Which plan everybody is on, as this node knows it. */
@NullMarked
package com.eindr.infra.account;

import org.jspecify.annotations.NullMarked;
