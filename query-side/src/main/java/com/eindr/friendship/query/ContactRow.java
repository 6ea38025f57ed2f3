package com.eindr.friendship.query;

import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.AddressesVerified;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.friendship.Address;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what one person is known.
 *
 * @param pepper the number of the pepper of both digests
 * @param email a digest; null where there is none
 * @param emailAt the position of the event since which the address has been theirs
 * @param phone a digest; null where there is none
 */
record ContactRow(
        UserId user,
        boolean discoverable,
        int pepper,
        @Nullable String email,
        long emailAt,
        @Nullable String phone,
        long phoneAt,
        long changedAt) {
    static final Table<ContactRow> TABLE = Table.<ContactRow>named("contact")
            .key("user_id", "text", ContactRow::user)
            .column("discoverable", "boolean", ContactRow::discoverable)
            .column("pepper", "integer", ContactRow::pepper)
            .column("email", "text", ContactRow::email)
            .column("email_at", "bigint", ContactRow::emailAt)
            .column("phone", "text", ContactRow::phone)
            .column("phone_at", "bigint", ContactRow::phoneAt)
            .column("changed_at", "bigint", ContactRow::changedAt)
            .ordered();

    static ContactRow blank(UserId user, Peppers peppers) {
        return new ContactRow(user, false, peppers.newest(), null, 0, null, 0, 0);
    }

    static ContactRow read(ResultSet row, int index) throws SQLException {
        return new ContactRow(
                new UserId(row.getString("user_id")),
                row.getBoolean("discoverable"),
                row.getInt("pepper"),
                row.getString("email"),
                row.getLong("email_at"),
                row.getString("phone"),
                row.getLong("phone_at"),
                row.getLong("changed_at"));
    }

    static boolean isChangedBy(AccountEvent event) {
        return event instanceof UserRegistered
                || event instanceof PreferencesChanged
                || event instanceof AddressesVerified;
    }

    ContactRow after(Recorded<AccountEvent> recorded, Peppers peppers) {
        long at = recorded.position();
        return switch (recorded.event()) {
            case UserRegistered e -> found(e.preferences().discoverable(), at);
            case PreferencesChanged e -> found(e.preferences().discoverable(), at);
            case AddressesVerified e -> {
                String mail = e.addresses().email();
                String number = e.addresses().phone();
                yield reachedAt(
                        mail == null ? null : new Address.Email(mail),
                        number == null ? null : new Address.Phone(number),
                        at,
                        peppers);
            }
            default -> this;
        };
    }

    private ContactRow found(boolean wanted, long at) {
        return new ContactRow(user, wanted, pepper, email, emailAt, phone, phoneAt, at);
    }

    /** An address that was theirs before, by the pepper of before, has been theirs since then. */
    private ContactRow reachedAt(@Nullable Address mail, @Nullable Address number, long at, Peppers peppers) {
        return new ContactRow(
                user,
                discoverable,
                peppers.newest(),
                digest(peppers, peppers.newest(), mail),
                isSame(email, mail, peppers) ? emailAt : at,
                digest(peppers, peppers.newest(), number),
                isSame(phone, number, peppers) ? phoneAt : at,
                at);
    }

    private boolean isSame(@Nullable String before, @Nullable Address now, Peppers peppers) {
        return peppers.numbers().contains(pepper) && Objects.equals(before, digest(peppers, pepper, now));
    }

    private static @Nullable String digest(Peppers peppers, int pepper, @Nullable Address address) {
        return address == null ? null : peppers.digest(pepper, Peppers.hash(address));
    }
}
