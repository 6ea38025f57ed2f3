/** What auditors ask for over HTTP. */
@NullMarked
package com.eindr.audit.web;

import org.jspecify.annotations.NullMarked;
