/** The log for analysts: every event without personal data, as it happens or from the beginning (docs/decisions/0122). */
@NullMarked
package com.eindr.infra.stream;

import org.jspecify.annotations.NullMarked;
