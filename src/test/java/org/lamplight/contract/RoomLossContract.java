package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.Person;
import org.lamplight.lab.XmppAt;

/**
 * A room through a network that cuts, delays, swallows and ends in the middle, while one client is killed now and then:
 * each history holds each message once and in the order of its writer, and so does the room's archive, which somebody reads
 * who was not there.
 */
abstract class RoomLossContract {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration IN_THE_END = Duration.ofSeconds(120);

    private final List<String> said = new ArrayList<>();
    private Person ada;
    private Person bob;
    private FaultyPath path;
    private String room;

    abstract XmppAt open(Path folder) throws Exception;

    @Test
    void nothingIsLostOrDoubledInARoom(@TempDir Path folder) throws Exception {
        talk(folder, 120, 6, 1);
    }

    @Test
    @Tag("soak")
    void nothingIsLostOrDoubledInARoomOfThousands(@TempDir Path folder) throws Exception {
        talk(folder, 5000, 200, 20);
    }

    private void talk(Path folder, int messages, int faults, int kills) throws Exception {
        long seed = Long.getLong("lamplight.seed", System.nanoTime());
        try (XmppAt server = open(folder.resolve("server"));
                FaultyPath between = new FaultyPath(server.port());
                Person one = Person.at(folder, "ada").signIn(server, between.port());
                Person other = Person.at(folder, "bob").signIn(server, between.port());
                Person witness = Person.at(folder, "cleo").signIn(server)) {
            ada = one;
            bob = other;
            path = between;
            room = Answer.each(witness.ctl("room", "create", "storm"), "address")
                    .get(0);
            ada.ctl("room", "join", room);
            bob.ctl("room", "join", room);
            talk(messages, faults, kills, new Random(seed));
            for (Person each : List.of(witness, ada, bob)) {
                heard(each);
            }
            archived(folder, server);
        } catch (Exception | AssertionError failed) {
            throw new AssertionError("with -Dlamplight.seed=" + seed + ": " + failed.getMessage(), failed);
        }
    }

    private void talk(int messages, int faults, int kills, Random random) throws Exception {
        for (int fault = 0; fault < faults; fault++) {
            sayUpTo(messages * (2 * fault + 1) / (2 * faults));
            boolean kill = (fault + 1) * kills / faults > fault * kills / faults;
            if (kill) {
                bob.client().kill();
                bob.start();
            } else {
                happens(random);
            }
            sayUpTo(messages * (2 * fault + 2) / (2 * faults));
            path.startOver();
            online(ada);
            online(bob);
        }
    }

    /** One of the ways in which networks fail. */
    private void happens(Random random) throws Exception {
        switch (random.nextInt(4)) {
            case 0 -> path.cut();
            case 1 -> path.truncateAfter(random.nextInt(2000));
            case 2 -> {
                path.dark(true);
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(500)).toNanos());
                path.cut();
            }
            default -> {
                path.delay(random.nextInt(50));
                path.stopAccepting();
                path.cut();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1500)).toNanos());
                path.startAccepting();
            }
        }
    }

    private void sayUpTo(int count) throws Exception {
        while (said.size() < count) {
            int number = said.size();
            for (Person each : List.of(ada, bob)) {
                each.ctl("room", "send", room, text(each, number));
            }
            said.add("message " + number);
        }
    }

    private String text(Person writer, int number) {
        return (writer == ada ? "ada" : "bob") + " says " + number;
    }

    private static void online(Person one) throws Exception {
        one.client().await("online", SOON, () -> one.state().equals("online"));
    }

    private void heard(Person one) throws Exception {
        int last = said.size() - 1;
        one.client().await("the last of both", IN_THE_END, () -> {
            List<String> newest = texts(one, 40);
            return newest.contains(text(ada, last)) && newest.contains(text(bob, last));
        });
        onceAndInOrder(texts(one, 10 * said.size()));
    }

    private void onceAndInOrder(List<String> texts) {
        for (Person writer : List.of(ada, bob)) {
            List<String> wanted = IntStream.range(0, said.size())
                    .mapToObj(number -> text(writer, number))
                    .toList();
            List<String> found = texts.stream()
                    .filter(text -> text.startsWith(wanted.get(0).substring(0, 3)))
                    .toList();
            assertThat(wanted.stream().filter(text -> !found.contains(text)))
                    .as("lost")
                    .isEmpty();
            assertThat(found.stream().filter(text -> Collections.frequency(found, text) > 1))
                    .as("doubled")
                    .isEmpty();
            assertThat(found).as("in order").isEqualTo(wanted);
        }
    }

    /** Somebody who comes later reads all of it from the archive. */
    private void archived(Path folder, XmppAt server) throws Exception {
        try (Person late = Person.at(folder, "dan").signIn(server)) {
            late.ctl("room", "join", room);
            late.client().await("all pages", IN_THE_END, () -> {
                late.ctl("chat", "older", room);
                return texts(late, 10 * said.size()).contains(text(ada, 0))
                        && texts(late, 10 * said.size()).contains(text(bob, 0));
            });
            onceAndInOrder(texts(late, 10 * said.size()));
        }
    }

    private List<String> texts(Person one, int limit) throws Exception {
        List<JsonObject> lines = one.ctl("chat", "history", room, "--limit", String.valueOf(limit));
        return Answer.each(lines, "text");
    }
}
