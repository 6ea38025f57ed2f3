package com.eindr.infra.habit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The search for habits; {@code eindr.habits} in the configuration.
 *
 * @param every how often it is looked whose reminders tell something new
 * @param batch how many people are looked at in one transaction
 * @param rest how many times as long as it has worked it rests while there is more to do
 * @param reminders how many of somebody's latest reminders are compared with each other
 */
@ConfigurationProperties("eindr.habits")
record HabitProperties(
        @DefaultValue("250ms") Duration every,
        @DefaultValue("50") int batch,
        @DefaultValue("4") int rest,
        @DefaultValue("500") int reminders) {}
