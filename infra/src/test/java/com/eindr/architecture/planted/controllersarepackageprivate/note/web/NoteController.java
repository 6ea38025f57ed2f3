package com.eindr.architecture.planted.controllersarepackageprivate.note.web;

import org.springframework.web.bind.annotation.RestController;

/** Abstract, like the planted one, so that no component scan of a test takes it for real. */
@RestController
abstract class NoteController {}
