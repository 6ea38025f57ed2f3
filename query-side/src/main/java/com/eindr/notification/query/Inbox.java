package com.eindr.notification.query;

import com.eindr.notification.NotificationQuery.InboxOf;
import com.eindr.notification.NotificationQuery.UnreadCountOf;
import com.eindr.notification.NotificationView;
import com.eindr.shared.Slice;
import com.eindr.shared.query.Cursor;
import com.eindr.shared.query.HotView;
import com.eindr.shared.query.HotViews;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What a person was told. */
@Component
final class Inbox {
    private static final Cursor BEGINNING =
            new Cursor(Instant.parse("9999-12-31T00:00:00Z").toEpochMilli() * 1_000, new UUID(-1, -1));
    private static final HotView<Long> UNREAD = new HotView<>("unread", Long.class);

    private final NotificationRows rows;
    private final HotViews hotViews;

    Inbox(NotificationRows rows, HotViews hotViews) {
        this.rows = rows;
        this.hotViews = hotViews;
    }

    @QueryHandler
    Slice<NotificationView> inbox(InboxOf query) {
        String text = query.slice().cursor();
        Cursor cursor = text == null ? BEGINNING : Cursor.parse(text);
        String recipient = query.recipient().value();
        Limit limit = Limit.of(query.slice().limit() + 1);
        Boolean unread = query.unread();
        List<NotificationRow> page;
        if (unread == null) {
            page = rows.before(recipient, cursor.moment(), cursor.id(), limit);
        } else if (unread) {
            page = rows.unreadBefore(recipient, cursor.moment(), cursor.id(), limit);
        } else {
            page = rows.readBefore(recipient, cursor.moment(), cursor.id(), limit);
        }
        return Cursor.page(page, query.slice(), NotificationRow::cursor).map(NotificationRow::view);
    }

    @QueryHandler
    Long unread(UnreadCountOf query) {
        return hotViews.show(
                InboxProjection.NAME,
                query.recipient(),
                UNREAD,
                "",
                () -> rows.unread(query.recipient().value()));
    }
}
