package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.Person;
import org.lamplight.lab.XmppAt;

/** A network that goes away again and again, in the middle of what is said, costs no message and doubles none. */
abstract class LossContract {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration IN_THE_END = Duration.ofSeconds(60);

    private final List<String> toBob = new ArrayList<>();
    private final List<String> toAda = new ArrayList<>();
    private Person ada;
    private Person bob;
    private FaultyPath path;

    abstract XmppAt open(Path folder) throws Exception;

    @Test
    void nothingIsLostOrDoubled(@TempDir Path folder) throws Exception {
        talk(folder, 200, 6);
    }

    @Test
    @Tag("soak")
    void nothingIsLostOrDoubledInAThousand(@TempDir Path folder) throws Exception {
        talk(folder, 1000, 20);
    }

    private void talk(Path folder, int messages, int cuts) throws Exception {
        long seed = Long.getLong("lamplight.seed", System.nanoTime());
        try (XmppAt server = open(folder.resolve("server"));
                FaultyPath between = new FaultyPath(server.port());
                Person one = Person.at(folder, "ada").signIn(server, between.port());
                Person other = Person.at(folder, "bob").signIn(server, between.port())) {
            ada = one;
            bob = other;
            path = between;
            ada.befriend(bob);
            talk(messages, cuts, new Random(seed));
            heard(bob, ada, toBob);
            heard(ada, bob, toAda);
            delivered(ada, bob);
            delivered(bob, ada);
        } catch (Exception | AssertionError failed) {
            throw new AssertionError("with -Dlamplight.seed=" + seed + ": " + failed.getMessage(), failed);
        }
    }

    private void talk(int messages, int cuts, Random random) throws Exception {
        for (int cut = 0; cut < cuts; cut++) {
            sayUpTo(messages * (2 * cut + 1) / (2 * cuts));
            path.stopAccepting();
            path.cut();
            states("connecting");
            sayUpTo(messages * (2 * cut + 2) / (2 * cuts));
            LockSupport.parkNanos(Duration.ofMillis(1000 + random.nextInt(3000)).toNanos());
            path.startAccepting();
            states("online");
        }
    }

    private void sayUpTo(int count) throws Exception {
        while (toBob.size() < count) {
            String text = "message " + toBob.size();
            ada.ctl("chat", "send", bob.address(), text);
            toBob.add(text);
            bob.ctl("chat", "send", ada.address(), text);
            toAda.add(text);
        }
    }

    private void states(String state) throws Exception {
        ada.client().await("ada is " + state, SOON, () -> ada.state().equals(state));
        bob.client().await("bob is " + state, SOON, () -> bob.state().equals(state));
    }

    private static void heard(Person one, Person other, List<String> said) throws Exception {
        one.client()
                .await(
                        "the last message",
                        IN_THE_END,
                        () -> texts(one, other, "in", 5).contains(last(said)));
        List<String> heard = texts(one, other, "in", 10 * said.size());
        assertThat(said.stream().filter(text -> !heard.contains(text)))
                .as("lost")
                .isEmpty();
        assertThat(heard.stream().filter(text -> Collections.frequency(heard, text) > 1))
                .as("doubled")
                .isEmpty();
        assertThat(outOfOrder(heard)).as("out of order").isEmpty();
    }

    private static List<String> outOfOrder(List<String> heard) {
        return IntStream.range(1, heard.size())
                .filter(i -> number(heard.get(i)) < number(heard.get(i - 1)))
                .mapToObj(i -> heard.get(i) + " after " + heard.get(i - 1))
                .toList();
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
    }

    private static void delivered(Person one, Person other) throws Exception {
        one.client()
                .await(
                        "the last receipts",
                        IN_THE_END,
                        () -> one.history(other, 10_000).stream()
                                .filter(line ->
                                        line.get("direction").getAsString().equals("out"))
                                .allMatch(
                                        line -> line.get("state").getAsString().equals("delivered")));
    }

    private static List<String> texts(Person one, Person other, String direction, int limit) throws Exception {
        return one.history(other, 2 * limit).stream()
                .filter(line -> line.get("direction").getAsString().equals(direction))
                .map(line -> line.get("text").getAsString())
                .toList();
    }

    private static String last(List<String> texts) {
        return texts.get(texts.size() - 1);
    }
}
