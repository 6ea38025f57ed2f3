package com.eindr.ledger.query;

import com.eindr.ledger.Party;
import com.eindr.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Parties as the tables keep them: a user, and the name of a contact of theirs, which is empty for the user themselves. */
final class PartyColumns {
    private PartyColumns() {}

    static Party read(ResultSet row, String user, String contact) throws SQLException {
        String name = row.getString(contact);
        return new Party(new UserId(row.getString(user)), name.isEmpty() ? null : name);
    }
}
