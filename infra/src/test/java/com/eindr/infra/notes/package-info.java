@NullMarked
package com.eindr.infra.notes;

import org.jspecify.annotations.NullMarked;
