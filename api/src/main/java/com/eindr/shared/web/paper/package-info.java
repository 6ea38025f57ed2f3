/** Documents for people: pages with text in many scripts, as PDF. */
@NullMarked
package com.eindr.shared.web.paper;

import org.jspecify.annotations.NullMarked;
