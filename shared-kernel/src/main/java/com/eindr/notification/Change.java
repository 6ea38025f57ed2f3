package com.eindr.notification;

import com.eindr.shared.UserId;

/**
 * Something that happened to a person's own things, as their devices see it live.
 *
 * @param position where the event stands in the log; grows, and is the id by which a device resumes
 * @param userId whose devices see it
 * @param type kebab-case name, such as {@code reminder-created} or {@code notification-raised}
 * @param event the event itself: {@link com.eindr.reminder.ReminderEvent}, {@link com.eindr.note.NoteEvent},
 *     {@link NotificationEvent}, {@link com.eindr.account.AccountEvent}, or one of those of {@code com.eindr.friendship}, of
 *     which another person may be told in other words
 */
public record Change(long position, UserId userId, String type, Object event) {}
