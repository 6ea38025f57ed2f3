@NullMarked
package com.eindr.infra.eventlog;

import org.jspecify.annotations.NullMarked;
