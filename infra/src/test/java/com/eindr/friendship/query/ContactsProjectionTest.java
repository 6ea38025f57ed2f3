package com.eindr.friendship.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountEvent.AddressesVerified;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.Preferences;
import com.eindr.friendship.Address;
import com.eindr.shared.UserId;
import com.eindr.shared.VerifiedAddresses;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.ReadModels;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactsProjectionTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final Address PHONE = new Address.Phone("+491701234567");
    private static final Address EMAIL = new Address.Email("ana@example.org");
    private static final String OLD = "the pepper of the year before last";
    private static final String NEW = "the pepper of this year and the next";

    private final ReadModels models = ReadModels.fresh();
    private final Log log = new Log();

    @Test
    void nothing_in_the_table_is_an_address_or_its_plain_hash() {
        reachable(ANA, "ana@example.org", "+491701234567");
        project(new Peppers(Map.of(1, OLD)));

        String row = models.jdbc().queryForObject("SELECT contact::text FROM contact", String.class);

        assertThat(row).doesNotContain("example", "49170", Peppers.hash(PHONE), Peppers.hash(EMAIL));
    }

    @Test
    void whoever_was_known_under_an_old_pepper_is_found_until_it_is_thrown_away() {
        reachable(ANA, "ana@example.org", "+491701234567");
        project(new Peppers(Map.of(1, OLD)));

        assertThat(contacts(Map.of(1, OLD, 2, NEW)).find(PHONE)).contains(ANA);
        assertThat(contacts(Map.of(1, OLD, 2, NEW)).find(EMAIL)).contains(ANA);
        assertThat(contacts(Map.of(2, NEW)).find(PHONE)).isEmpty();
    }

    @Test
    void a_replay_puts_everybody_under_the_newest_pepper() {
        reachable(ANA, "ana@example.org", "+491701234567");
        project(new Peppers(Map.of(1, OLD)));
        models.clear();
        project(new Peppers(Map.of(1, OLD, 2, NEW)));

        assertThat(contacts(Map.of(2, NEW)).find(PHONE)).contains(ANA);
        assertThat(models.jdbc().queryForList("SELECT DISTINCT pepper FROM contact", Integer.class))
                .containsExactly(2);
    }

    @Test
    void an_address_belongs_to_whoever_verified_it_last() {
        reachable(ANA, null, "+491701234567");
        reachable(BEN, null, "+491701234567");
        log.append(ANA, new AddressesVerified(ANA, new VerifiedAddresses("ana@example.org", "+491701234567")));
        Peppers peppers = new Peppers(Map.of(1, OLD));
        project(peppers);

        assertThat(contacts(Map.of(1, OLD)).find(PHONE)).contains(BEN);
        assertThat(contacts(Map.of(1, OLD)).find(EMAIL)).contains(ANA);

        log.append(BEN, new PreferencesChanged(BEN, Preferences.INITIAL));
        project(peppers);
        assertThat(contacts(Map.of(1, OLD)).find(PHONE)).isEmpty();
    }

    private void reachable(UserId user, @Nullable String email, String phone) {
        log.append(
                user,
                new PreferencesChanged(user, new Preferences(null, "default", null, false, false, true, true, false)));
        log.append(user, new AddressesVerified(user, new VerifiedAddresses(email, phone)));
    }

    private void project(Peppers peppers) {
        models.handle(new ContactsProjection(models.jdbc(), peppers), log.all(), false, () -> null);
    }

    private Contacts contacts(Map<Integer, String> secrets) {
        return new Contacts(models.jdbc(), new Peppers(secrets));
    }
}
