package org.lamplight.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Status;

class HubOrderTest {
    private final HubOrder order = new HubOrder();

    private static Person person(String id, String name, Status status, String... groups) {
        Presence presence = new Presence(status, null, null, null, List.of());
        return new Person(id, name, List.of(groups), List.of(), presence, Subscription.BOTH, false, Set.of());
    }

    @Test
    void favouritesFirstThenGroupsByNameThoseWithoutLast() {
        assertThat(Stream.of("", "zebra", "Ärzte", "Apes", HubOrder.FAVOURITES, "beta")
                        .sorted(order.groups()))
                .containsExactly(HubOrder.FAVOURITES, "Apes", "Ärzte", "beta", "zebra", "");
    }

    @Test
    void peopleStandByTheirFirstGroupThenByName() {
        List<Person> sorted = List.of(
                person("1", "émile", Status.OFFLINE, "Beta"),
                person("2", "Frida", Status.AVAILABLE, "Beta"),
                person("3", "Dora", Status.UNKNOWN, "Beta"),
                person("4", "Zoe", Status.OFFLINE, "Zeta", HubOrder.FAVOURITES),
                person("5", "Ada", Status.AVAILABLE));
        assertThat(order.sorted(sorted)).extracting(Person::id).containsExactly("4", "3", "1", "2", "5");
    }

    @Test
    void neitherStatusNorArrivalMovesAnybody() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            people.add(person("id" + i, "Same " + i % 3, Status.values()[i % Status.values().length], "G" + i % 4));
        }
        List<String> once = order.sorted(people).stream().map(Person::id).toList();
        Collections.shuffle(people, new Random(1));
        List<Person> others = people.stream()
                .map(one ->
                        person(one.id(), one.name(), Status.AWAY, one.groups().toArray(String[]::new)))
                .toList();

        assertThat(order.sorted(others)).extracting(Person::id).containsExactlyElementsOf(once);
    }
}
