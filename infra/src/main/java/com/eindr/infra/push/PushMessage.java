package com.eindr.infra.push;

import com.eindr.account.AccountQuery.Device;

/**
 * A push to one device.
 *
 * @param showsTitle whether the lock screen may show the reminder's title; otherwise the text is generic
 */
record PushMessage(Push push, Device device, boolean showsTitle) {
    private static final String APP = "Eindr";
    private static final String GENERIC = "It is time for one of your reminders.";

    String headline() {
        return showsTitle ? push.title() : APP;
    }

    String text() {
        return showsTitle ? APP : GENERIC;
    }
}
