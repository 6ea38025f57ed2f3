package com.eindr.infra.friends;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eindr.infra.testing.Answer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a telephone sends of its owner's address book. */
record AddressBook(List<String> hashes) {

    static AddressBook of(String... addresses) {
        return new AddressBook(Stream.of(addresses).map(AddressBook::hash).toList());
    }

    /** Numbers that nobody has. */
    static AddressBook of(int first, int count) {
        return new AddressBook(IntStream.range(first, first + count)
                .mapToObj(number -> hash("+44700" + (1_000_000 + number)))
                .toList());
    }

    Answer askedBy(Person person) {
        return person.api().post("contacts/matches", Map.of("hashes", hashes));
    }

    /** Of how many the answer was put off. */
    int postponedFor(Person person) {
        return askedBy(person).expect(200).json().path("postponed").asInt();
    }

    /** The ids of the people whom the person finds. */
    List<String> foundBy(Person person) {
        return askedBy(person)
                .expect(200)
                .json()
                .path("matches")
                .valueStream()
                .map(match -> match.path("userId").asString())
                .toList();
    }

    static String hash(String address) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
