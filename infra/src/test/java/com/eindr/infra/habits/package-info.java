@NullMarked
package com.eindr.infra.habits;

import org.jspecify.annotations.NullMarked;
