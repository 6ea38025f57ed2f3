package com.eindr.notification.saga;

import static java.util.stream.Collectors.joining;

import com.eindr.account.AccountEvent.TrialEndAnnounced;
import com.eindr.account.Feature;
import com.eindr.account.Plan;
import com.eindr.notification.NotificationCommand.RaiseNotice;
import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.shared.saga.Orders;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Whenever the end of a trial is announced, its person is told when it comes and what it locks. */
@Component
@ProcessingGroup("tell-of-trial-ends")
@DisallowReplay
class TellOfTrialEnds {
    private static final String ACTOR = "automation:tell-of-trial-ends";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private final Orders orders;
    private final Recipients recipients;

    TellOfTrialEnds(Orders orders, Recipients recipients) {
        this.orders = orders;
        this.recipients = recipients;
    }

    @EventHandler
    void on(TrialEndAnnounced event) {
        orders.giveBeside(ACTOR, () -> notice(event));
    }

    private RaiseNotice notice(TrialEndAnnounced event) {
        Recipients.Quiet quiet = recipients.quiet(event.userId());
        String subject = event.endsAt().toString();
        String locks = Stream.of(Feature.values())
                .filter(feature -> Plan.EXPIRED.limit(feature).isLocked())
                .map(feature -> feature.name().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
        String title = "Your trial ends on " + DAY.format(event.endsAt().atZone(quiet.timeZone()))
                + ". Without a plan nothing new can be made then: " + locks
                + ". What you have stays, and your reminders go on ringing.";
        return new RaiseNotice(
                NotificationId.ofNotice(NotificationKind.TRIAL_ENDING, event.userId(), subject),
                event.userId(),
                NotificationKind.TRIAL_ENDING,
                subject,
                null,
                title,
                quiet.hours(),
                quiet.timeZone());
    }
}
