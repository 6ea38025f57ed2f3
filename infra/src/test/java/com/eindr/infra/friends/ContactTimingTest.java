package com.eindr.infra.friends;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody can tell by a clock whether a number is unknown or hidden. Each pair of questions is asked in both orders in turn,
 * and medians are compared, so that what else the machine does falls on both sides alike. All of them are fewer than the
 * questions that one person may ask in a minute.
 */
@EindrTest
class ContactTimingTest {
    private static final int WARM_UP = 10;
    private static final int PAIRS = 50;

    private final ApiClient api;

    @Autowired
    ContactTimingTest(ApiClient api) {
        this.api = api;
    }

    @Test
    void an_unknown_number_takes_as_long_as_one_that_does_not_want_to_be_found() {
        Person asker = Person.named("Asker", api);
        for (int i = 0; i < PAIRS; i++) {
            Person.reachable("Hidden", null, hidden(i), api);
        }
        for (int i = 0; i < WARM_UP; i++) {
            nanos(asker, AddressBook.of("+4917123000" + (10 + i)));
        }

        List<Long> ofUnknown = new ArrayList<>();
        List<Long> ofHidden = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            AddressBook unknown = AddressBook.of("+4917124000" + (100 + i));
            AddressBook hidden = AddressBook.of(hidden(i));
            if (i % 2 == 0) {
                ofUnknown.add(nanos(asker, unknown));
                ofHidden.add(nanos(asker, hidden));
            } else {
                ofHidden.add(nanos(asker, hidden));
                ofUnknown.add(nanos(asker, unknown));
            }
        }

        assertThat(median(ofHidden)).isBetween(median(ofUnknown) / 2, median(ofUnknown) * 2);
    }

    private static String hidden(int i) {
        return "+4917125000" + (100 + i);
    }

    private static long nanos(Person asker, AddressBook book) {
        long began = System.nanoTime();
        book.askedBy(asker).expect(200);
        return System.nanoTime() - began;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
