package com.eindr.account.query;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountQuery.EntitlementsOf;
import com.eindr.account.AccountView;
import com.eindr.account.AllowanceEvent;
import com.eindr.account.AllowanceEvent.AllowanceTaken;
import com.eindr.account.AllowanceId;
import com.eindr.account.EntitlementsView;
import com.eindr.account.EntitlementsView.Entitlement;
import com.eindr.account.Feature;
import com.eindr.account.Plan;
import com.eindr.account.Subscription;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** How much everybody has used of what their plan limits, by month. */
@Component
@ProcessingGroup(AllowancesProjection.NAME)
final class AllowancesProjection implements Projection {
    static final String NAME = "allowances";

    /** As many were taken as there are events: the version counts them. */
    private static final Table<Recorded<AllowanceTaken>> TABLE = Table.<Recorded<AllowanceTaken>>named("allowance")
            .key("id", "uuid", row -> row.event().allowanceId())
            .column("user_id", "text", row -> row.event().userId())
            .column("feature", "text", row -> row.event().feature())
            .column("month", "text", row -> row.event().month())
            .column("used", "bigint", Recorded::version)
            .column("changed_at", "bigint", Recorded::position)
            .ordered();

    private final JdbcOperations jdbc;
    private final HotViews hotViews;
    private final AccountsProjection accounts;
    private final UnitOfWorkBuffer<AllowanceEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    AllowancesProjection(JdbcOperations jdbc, HotViews hotViews, AccountsProjection accounts) {
        this.jdbc = jdbc;
        this.hotViews = hotViews;
        this.accounts = accounts;
        this.erasures = new Erasures(NAME, buffer, jdbc, hotViews, "DELETE FROM allowance WHERE user_id = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("allowance");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(AllowanceEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @QueryHandler
    EntitlementsView entitlements(EntitlementsOf query) {
        Subscription subscription = accounts.account(new AccountOf(query.userId()))
                .map(AccountView::subscription)
                .orElse(Subscription.INITIAL);
        YearMonth month = YearMonth.from(query.now().atOffset(ZoneOffset.UTC));
        Instant resetsAt =
                month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<Feature, Integer> used = new EnumMap<>(Feature.class);
        jdbc.query(
                "SELECT feature, used FROM allowance WHERE user_id = ? AND month = ?",
                row -> {
                    used.put(Feature.valueOf(row.getString("feature")), row.getInt("used"));
                },
                query.userId().value(),
                month.toString());
        Plan plan = subscription.at(query.now());
        return new EntitlementsView(
                plan,
                plan == Plan.TRIAL ? subscription.trialEndsAt() : null,
                Stream.of(Feature.values())
                        .map(feature -> Entitlement.of(plan, feature, used.getOrDefault(feature, 0), resetsAt))
                        .toList());
    }

    private void write(List<Recorded<AllowanceEvent>> batch, boolean rebuilding) {
        Map<AllowanceId, Recorded<AllowanceTaken>> latest = new LinkedHashMap<>();
        for (Recorded<AllowanceEvent> recorded : batch) {
            switch (recorded.event()) {
                case AllowanceTaken taken ->
                    latest.put(
                            taken.allowanceId(),
                            new Recorded<>(taken, recorded.position(), recorded.version(), recorded.at()));
            }
        }
        TABLE.upsert(jdbc, latest.values());
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }
}
