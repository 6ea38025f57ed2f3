package com.eindr.notification.saga;

import com.eindr.habit.HabitEvent.HabitSuggested;
import com.eindr.notification.NotificationKind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Whenever a habit is noticed, its person is told; their quiet hours put off the push as they do any other. */
@Component
@ProcessingGroup("tell-of-habits")
@DisallowReplay
class TellOfHabits {
    private final Notices notices;

    TellOfHabits(Notices notices) {
        this.notices = notices;
    }

    @EventHandler
    void on(HabitSuggested event, EventMessage<?> message) {
        notices.tell(
                event.ownerId(),
                NotificationKind.HABIT_SUGGESTED,
                event.habitId(),
                null,
                message,
                "You do this again and again: " + event.title() + ". Shall a reminder repeat instead?");
    }
}
