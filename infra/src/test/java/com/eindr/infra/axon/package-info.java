@NullMarked
package com.eindr.infra.axon;

import org.jspecify.annotations.NullMarked;
