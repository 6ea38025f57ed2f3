package com.eindr.note.web;

import com.eindr.note.NoteView;
import com.eindr.shared.web.WebView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares how the views of notes look in JSON. */
@Configuration(proxyBeanMethods = false)
class NoteViews {

    @Bean
    WebView<NoteView, NoteBody> noteBody() {
        return new WebView<>(NoteView.class, NoteBody.class, NoteBody::of);
    }
}
