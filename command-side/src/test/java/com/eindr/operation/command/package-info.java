@NullMarked
package com.eindr.operation.command;

import org.jspecify.annotations.NullMarked;
