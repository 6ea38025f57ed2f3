/** What can be known of a recording before anybody listens to it: of what kind it is, how long, and whether it is silent. */
@NullMarked
package com.eindr.voice.web.sound;

import org.jspecify.annotations.NullMarked;
