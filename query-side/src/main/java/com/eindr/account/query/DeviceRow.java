package com.eindr.account.query;

import com.eindr.account.AccountQuery.Device;
import com.eindr.account.DeviceId;
import com.eindr.account.Platform;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A row of the table {@code account_device}.
 *
 * @param registeredAt the position of its registration
 */
record DeviceRow(UserId userId, DeviceId deviceId, String fcmToken, Platform platform, long registeredAt) {

    static final Table<DeviceRow> TABLE = Table.<DeviceRow>named("account_device")
            .key("user_id", "text", DeviceRow::userId)
            .key("device_id", "uuid", DeviceRow::deviceId)
            .column("fcm_token", "text", DeviceRow::fcmToken)
            .column("platform", "text", DeviceRow::platform)
            .column("registered_at", "bigint", DeviceRow::registeredAt)
            .build();

    static Device device(ResultSet row, int index) throws SQLException {
        return new Device(
                new DeviceId(row.getObject("device_id", UUID.class)),
                row.getString("fcm_token"),
                Platform.valueOf(row.getString("platform")));
    }
}
