/** What is no command is answered by a chat model that may only ask for what a person may. */
@NullMarked
package com.eindr.voice.web.talk;

import org.jspecify.annotations.NullMarked;
