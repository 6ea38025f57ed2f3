@NullMarked
package com.eindr.infra.commands;

import org.jspecify.annotations.NullMarked;
