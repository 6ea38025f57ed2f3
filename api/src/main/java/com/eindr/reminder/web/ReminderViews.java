package com.eindr.reminder.web;

import com.eindr.reminder.AgendaEntry;
import com.eindr.reminder.OccurrenceView;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.web.WebView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares how the views of reminders look in JSON. */
@Configuration(proxyBeanMethods = false)
class ReminderViews {

    @Bean
    WebView<ReminderView, ReminderBody> reminderBody() {
        return new WebView<>(ReminderView.class, ReminderBody.class, ReminderBody::of);
    }

    @Bean
    WebView<OccurrenceView, OccurrenceBody> occurrenceBody() {
        return new WebView<>(OccurrenceView.class, OccurrenceBody.class, OccurrenceBody::of);
    }

    @Bean
    WebView<AgendaEntry, AgendaBody> agendaBody() {
        return new WebView<>(AgendaEntry.class, AgendaBody.class, AgendaBody::of);
    }
}
