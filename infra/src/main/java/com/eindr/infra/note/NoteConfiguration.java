package com.eindr.infra.note;

import com.eindr.note.GivenNotes;
import com.eindr.note.command.GivenNotesInOneCommit;
import com.eindr.shared.command.Repositories;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other features' command handlers need of notes. */
@Configuration(proxyBeanMethods = false)
class NoteConfiguration {

    @Bean
    GivenNotes givenNotes(Repositories repositories) {
        return new GivenNotesInOneCommit(repositories);
    }
}
