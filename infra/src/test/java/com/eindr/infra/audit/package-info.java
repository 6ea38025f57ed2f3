@NullMarked
package com.eindr.infra.audit;

import org.jspecify.annotations.NullMarked;
