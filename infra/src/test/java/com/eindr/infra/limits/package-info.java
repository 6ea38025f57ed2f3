@NullMarked
package com.eindr.infra.limits;

import org.jspecify.annotations.NullMarked;
