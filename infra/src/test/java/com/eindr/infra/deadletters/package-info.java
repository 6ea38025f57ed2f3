@NullMarked
package com.eindr.infra.deadletters;

import org.jspecify.annotations.NullMarked;
