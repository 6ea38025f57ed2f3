@NullMarked
package com.eindr.shared.web;

import org.jspecify.annotations.NullMarked;
