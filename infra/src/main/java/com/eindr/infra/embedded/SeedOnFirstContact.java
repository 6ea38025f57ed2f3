package com.eindr.infra.embedded;

import com.eindr.reminder.ReminderQuery.RemindersOf;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.security.FirstContact;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** With {@code eindr.seed=true}: whoever comes for the first time, and has no reminders, finds some. */
@Component
@Primary
@EmbeddedOnly
@ConditionalOnBooleanProperty("eindr.seed")
class SeedOnFirstContact implements FirstContact {
    private final Set<UserId> seen = ConcurrentHashMap.newKeySet();
    private final FirstContact registration;

    /** Asked for at the first request, as the registration does. */
    private final ObjectProvider<Queries> queries;

    private final ObjectProvider<Seed> seed;

    SeedOnFirstContact(
            @Qualifier("registerOnFirstContact") FirstContact registration,
            ObjectProvider<Queries> queries,
            ObjectProvider<Seed> seed) {
        this.registration = registration;
        this.queries = queries;
        this.seed = seed;
    }

    @Override
    public void ensureKnown(Caller caller) {
        registration.ensureKnown(caller);
        UserId userId = caller.userId();
        if (seen.add(userId)) {
            RemindersOf any = new RemindersOf(userId, null, null, null, null, new SliceRequest(1, null));
            if (queries.getObject().slice(any, ReminderView.class).items().isEmpty()) {
                seed.getObject().plant(userId);
            }
        }
    }
}
