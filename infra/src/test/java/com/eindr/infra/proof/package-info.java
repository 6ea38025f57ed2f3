@NullMarked
package com.eindr.infra.proof;

import org.jspecify.annotations.NullMarked;
