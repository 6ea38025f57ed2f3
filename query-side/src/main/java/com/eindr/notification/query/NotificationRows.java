package com.eindr.notification.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads the inbox; each list goes on where the last page ended. */
interface NotificationRows extends Repository<NotificationRow, UUID> {
    String PAGE = "SELECT n FROM NotificationRow n WHERE n.recipient = :recipient AND n.firedAt <= :firedAt"
            + " AND (n.firedAt < :firedAt OR n.id < :id)";
    String LATEST = " ORDER BY n.firedAt DESC, n.id DESC";

    @Query(PAGE + LATEST)
    List<NotificationRow> before(String recipient, Instant firedAt, UUID id, Limit limit);

    @Query(PAGE + " AND n.read" + LATEST)
    List<NotificationRow> readBefore(String recipient, Instant firedAt, UUID id, Limit limit);

    @Query(PAGE + " AND NOT n.read" + LATEST)
    List<NotificationRow> unreadBefore(String recipient, Instant firedAt, UUID id, Limit limit);

    @Query("SELECT count(n) FROM NotificationRow n WHERE n.recipient = :recipient AND NOT n.read")
    long unread(String recipient);

    @Query("SELECT n FROM NotificationRow n WHERE n.recipient = :recipient AND n.changedAt > :position"
            + " ORDER BY n.changedAt")
    List<NotificationRow> changedSince(String recipient, long position, Limit limit);
}
