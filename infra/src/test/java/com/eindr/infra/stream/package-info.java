@NullMarked
package com.eindr.infra.stream;

import org.jspecify.annotations.NullMarked;
