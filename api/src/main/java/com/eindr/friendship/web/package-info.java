/** Friends over HTTP. */
@NullMarked
package com.eindr.friendship.web;

import org.jspecify.annotations.NullMarked;
