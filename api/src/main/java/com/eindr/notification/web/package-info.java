/** Notifications, the live stream and synchronisation over HTTP. */
@NullMarked
package com.eindr.notification.web;

import org.jspecify.annotations.NullMarked;
