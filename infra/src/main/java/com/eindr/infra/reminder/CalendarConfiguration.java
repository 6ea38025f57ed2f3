package com.eindr.infra.reminder;

import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.command.Rfc5545Calendar;
import com.eindr.reminder.command.RingPolicy;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one calendar by which reminders are decided and shown. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    @ConditionalOnMissingBean
    OccurrenceCalendar occurrenceCalendar(@Value("${eindr.reminders.all-day-rings-at:09:00}") LocalTime allDayRingsAt) {
        return new Rfc5545Calendar(allDayRingsAt);
    }

    /** Whoever rings later than this says so. */
    @Bean
    RingPolicy ringPolicy(@Value("${eindr.reminders.late-after:PT1M}") Duration lateAfter) {
        return new RingPolicy(lateAfter);
    }
}
