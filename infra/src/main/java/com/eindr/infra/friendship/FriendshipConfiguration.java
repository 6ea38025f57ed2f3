package com.eindr.infra.friendship;

import com.eindr.account.Entitlements;
import com.eindr.friendship.command.Consent;
import com.eindr.friendship.command.FriendshipPolicy;
import com.eindr.friendship.command.Friendships;
import com.eindr.friendship.command.Handover;
import com.eindr.friendship.command.RequestBudgets;
import com.eindr.note.GivenNotes;
import com.eindr.reminder.GivenReminders;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.command.GivenRemindersInOneCommit;
import com.eindr.shared.command.Repositories;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the command handlers of friends are given. */
@Configuration(proxyBeanMethods = false)
class FriendshipConfiguration {

    @Bean
    FriendshipPolicy friendshipPolicy(
            @Value("${eindr.friendship.open-requests:20}") int openRequests,
            @Value("${eindr.friendship.requests-per-day:50}") int requestsPerDay,
            @Value("${eindr.friendship.proposals-per-day:20}") int proposalsPerDay,
            @Value("${eindr.friendship.debts-per-day:200}") int debtsPerDay,
            @Value("${eindr.friendship.proposals-expire-after:P7D}") Duration proposalsExpireAfter) {
        return new FriendshipPolicy(openRequests, requestsPerDay, proposalsPerDay, debtsPerDay, proposalsExpireAfter);
    }

    @Bean
    RequestBudgets requestBudgets(Repositories repositories, FriendshipPolicy policy) {
        return new RequestBudgets(repositories, policy);
    }

    @Bean
    Friendships friendships(Repositories repositories, FriendshipPolicy policy) {
        return new Friendships(repositories, policy);
    }

    @Bean
    Consent consent(Friendships friendships, Entitlements entitlements, FriendshipPolicy policy) {
        return new Consent(friendships, entitlements, policy);
    }

    @Bean
    GivenReminders givenReminders(Repositories repositories, OccurrenceCalendar calendar, Clock clock) {
        return new GivenRemindersInOneCommit(repositories, calendar, clock);
    }

    @Bean
    Handover handover(GivenReminders reminders, GivenNotes notes) {
        return new Handover(reminders, notes);
    }
}
