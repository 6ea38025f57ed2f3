package com.eindr.architecture.planted.aggregatesarepackageprivate.note.command;

import org.axonframework.spring.stereotype.Aggregate;

/** Abstract, like the planted one, so that no component scan of a test takes it for real. */
@Aggregate
abstract class Note {}
