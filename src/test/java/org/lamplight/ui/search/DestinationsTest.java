package org.lamplight.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.chat.Message;
import org.lamplight.chat.Talk;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.people.Subscription;
import org.lamplight.presence.Presence;

/** What a few letters find, and in which order. */
class DestinationsTest {
    private static final Destinations ALL = Destinations.of(
            List.of(
                    person("Charles Babbage", "charles@engine.example"),
                    person("Barbara Liskov", "barbara@mit.example"),
                    person("Ada Lovelace", "ada@engine.example"),
                    person("Jürgen Übel", "ju@bad.example"),
                    person("Only Phone", new Address(Address.Kind.PHONE, "123", null))),
            List.of(
                    talk("ada@engine.example", "2026-11-18T10:00:00Z", 2),
                    talk("moth@navy.example", "2026-11-18T12:00:00Z", 0)),
            address -> address);

    private static Person person(String name, String address) {
        return person(name, Address.im(address));
    }

    private static Person person(String name, Address address) {
        return new Person(
                name, name, List.of(), List.of(address), Presence.UNKNOWN, Subscription.BOTH, false, Set.of());
    }

    private static Talk talk(String peer, String at, int unread) {
        return new Talk(
                peer,
                unread,
                new Message(
                        "1",
                        "work",
                        peer,
                        Instant.parse(at),
                        Message.Direction.IN,
                        peer,
                        "x",
                        Message.State.DELIVERED,
                        null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        ba      ~ Barbara Liskov,Charles Babbage,Jürgen Übel
        CHAR    ~ Charles Babbage
        cb      ~ Charles Babbage
        chba    ~ Charles Babbage
        bab cha ~ Charles Babbage
        lace    ~ Ada Lovelace
        uebel   ~ ''
        ubel    ~ Jürgen Übel
        ÜBEL    ~ Jürgen Übel
        navy    ~ moth@navy.example
        engine  ~ Ada Lovelace,Charles Babbage
        phone   ~ ''
        xyz     ~ ''
        """)
    void findsByBeginningsInitialsAndParts(String typed, String names) {
        assertThat(ALL.find(typed, 10))
                .extracting(Destination::name)
                .containsExactly(names.isEmpty() ? new String[0] : names.split(","));
    }

    @Test
    void whereOneWasLastComesFirst() {
        assertThat(ALL.find("", 10))
                .extracting(Destination::name)
                .containsExactly(
                        "moth@navy.example", "Ada Lovelace", "Barbara Liskov", "Charles Babbage", "Jürgen Übel");
        assertThat(ALL.find("", 10).get(1).unread()).isEqualTo(2);
    }

    @Test
    void aRoomIsFoundByItsName() {
        Talk room = talk("tea-kitchen@rooms.example", "2026-11-18T10:00:00Z", 0);
        Destinations rooms = Destinations.of(List.of(), List.of(room), address -> "Tea & biscuits");
        assertThat(rooms.find("bisc", 10)).extracting(Destination::name).containsExactly("Tea & biscuits");
        assertThat(rooms.find("kitchen", 10)).extracting(Destination::address).containsExactly(room.peer());
    }

    @Test
    void aNameMadeToBeSlowIsNot() {
        String hostile = "a ".repeat(5000);
        Destinations many = Destinations.of(
                java.util.stream.IntStream.range(0, 1000)
                        .mapToObj(i -> person(hostile, "p" + i + "@x.example"))
                        .toList(),
                List.of(),
                address -> address);
        long begin = System.nanoTime();
        assertThat(many.find("a".repeat(60) + "b", 10)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }
}
