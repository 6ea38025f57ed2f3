@NullMarked
package com.eindr.note.command;

import org.jspecify.annotations.NullMarked;
