@NullMarked
package com.eindr.infra.replay;

import org.jspecify.annotations.NullMarked;
