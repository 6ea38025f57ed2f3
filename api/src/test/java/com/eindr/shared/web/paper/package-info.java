/** What pages show, and that nothing anybody writes breaks them. */
@NullMarked
package com.eindr.shared.web.paper;

import org.jspecify.annotations.NullMarked;
