package com.eindr.notification.query;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads the stories of reminders. */
interface HistoryRows extends Repository<HistoryRow, HistoryRow.Key> {

    @Query("SELECT h FROM HistoryRow h WHERE h.key.reminderId = :reminder AND h.ownerId = :owner"
            + " ORDER BY h.key.position")
    List<HistoryRow> of(UUID reminder, String owner, Limit limit);
}
