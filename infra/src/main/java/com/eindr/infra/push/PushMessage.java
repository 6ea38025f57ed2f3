package com.eindr.infra.push;

import com.eindr.account.AccountQuery.Device;
import com.eindr.notification.NotificationKind;

/**
 * A push to one device.
 *
 * @param showsTitle whether the lock screen may show the reminder's title; otherwise the text is generic
 */
record PushMessage(Push push, Device device, boolean showsTitle) {
    private static final String APP = "Eindr";
    private static final String DUE = "It is time for one of your reminders.";
    private static final String NEWS = "There is something new for you.";

    String headline() {
        return showsTitle ? push.title() : APP;
    }

    String text() {
        return showsTitle ? APP : push.kind() == NotificationKind.REMINDER_DUE ? DUE : NEWS;
    }
}
