/** The read models of what a person is told: their inbox, and the story of each reminder. */
@NullMarked
package com.eindr.notification.query;

import org.jspecify.annotations.NullMarked;
