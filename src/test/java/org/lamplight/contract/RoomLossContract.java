package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.contract.OnceAndInOrder.text;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.LightClient;
import org.lamplight.lab.Person;
import org.lamplight.lab.RawArchive;
import org.lamplight.lab.Storm;
import org.lamplight.lab.XmppAt;

/**
 * A room of ten through a network that fails in every way, while one of the two who speak is killed now and then: each of
 * the ten histories holds each message once and in the order of its writer, and so does the room's archive, which somebody
 * reads who was not there.
 */
abstract class RoomLossContract implements Hardship.Talk {

    /** Faults in the middle of signing in cost ten seconds each; how long it took is said in the end. */
    private static final Duration BACK = Duration.ofSeconds(120);

    /** What waited through all of it goes out in its order, and a busy machine takes its time. */
    private static final Duration IN_THE_END = Duration.ofSeconds(600);

    private static final List<String> WRITERS = List.of("ada", "bob");

    private final List<LightClient> listeners = new ArrayList<>();
    private int said;
    private Person ada;
    private Person bob;
    private String room;

    abstract XmppAt open(Path folder) throws Exception;

    @Test
    void nothingIsLostOrDoubledInARoom(@TempDir Path folder) throws Exception {
        talk(folder, Hardship.small(200));
    }

    @Test
    @Tag("soak")
    void nothingIsLostOrDoubledInARoomOfTenThousand(@TempDir Path folder) throws Exception {
        talk(folder, Hardship.full());
    }

    private void talk(Path folder, Hardship hardship) throws Exception {
        long seed = Long.getLong("lamplight.seed", System.nanoTime());
        try (XmppAt server = open(folder.resolve("server"));
                FaultyPath path = new FaultyPath(server.port());
                Person one = Person.at(folder, "ada").signIn(server, path.port());
                Person other = Person.at(folder, "bob").signIn(server, path.port());
                AutoCloseable all = this::closeListeners) {
            ada = one;
            bob = other;
            room = Answer.each(ada.ctl("room", "create", "storm"), "address").get(0);
            bob.ctl("room", "join", room);
            listen(folder, server, path);
            hardship.endure(this, new Storm(path, new Random(seed)));
            heard(ada);
            heard(bob);
            for (LightClient each : listeners) {
                heard(each);
            }
            archived(folder, server);
        } catch (Exception | AssertionError failed) {
            throw new AssertionError("with -Dlamplight.seed=" + seed + ": " + failed.getMessage(), failed);
        }
    }

    /** Eight more: every other one through the same bad network. */
    private void listen(Path folder, XmppAt server, FaultyPath path) throws Exception {
        for (String user : XmppAt.USERS.subList(2, 10)) {
            int port = listeners.size() % 2 == 0 ? path.port() : server.port();
            LightClient listener = LightClient.signIn(folder, user, server, port);
            listeners.add(listener);
            listener.join(room);
        }
    }

    private void closeListeners() throws Exception {
        for (LightClient each : listeners) {
            each.close();
        }
    }

    @Override
    public void sayUpTo(int count) throws Exception {
        for (; 2 * said < count; said++) {
            ada.ctl("room", "send", room, text("ada", said));
            bob.ctl("room", "send", room, text("bob", said));
        }
    }

    @Override
    public void kill() throws Exception {
        bob.client().kill();
        bob.start();
    }

    @Override
    public void recover() throws Exception {
        for (Person each : List.of(ada, bob)) {
            each.client().await("online", BACK, () -> each.state().equals("online"));
        }
        for (LightClient each : listeners) {
            each.await("online", BACK, each::isOnline);
        }
    }

    private void heard(Person one) throws Exception {
        for (String last : lastOfBoth()) {
            one.client().await(last, IN_THE_END, () -> !found(one, last).isEmpty());
        }
        List<JsonObject> lines = history(one, 4 * said);
        OnceAndInOrder.check(one.address(), texts(lines), WRITERS, said);
        String own = one == ada ? "ada " : "bob ";
        assertThat(lines)
                .as("whose they are, " + one.address())
                .allMatch(line -> line.get("text").getAsString().startsWith(own)
                        == line.get("direction").getAsString().equals("out"));
        one.client()
                .await(
                        "the room said them all",
                        IN_THE_END,
                        () -> history(one, 4 * said).stream()
                                .filter(line ->
                                        line.get("direction").getAsString().equals("out"))
                                .allMatch(
                                        line -> line.get("state").getAsString().equals("delivered")));
    }

    private void heard(LightClient one) throws Exception {
        for (String last : lastOfBoth()) {
            one.await(last, IN_THE_END, () -> one.has(room, last));
        }
        OnceAndInOrder.check(one.toString(), one.texts(room, 4 * said), WRITERS, said);
    }

    private List<String> lastOfBoth() {
        return List.of(text("ada", said - 1), text("bob", said - 1));
    }

    private List<JsonObject> found(Person one, String text) throws Exception {
        return one.ctl("chat", "history", room, "--limit", "1", "--search", text);
    }

    /** The room's archive, and somebody who comes later and reads it: in the order in which all others heard it. */
    private void archived(Path folder, XmppAt server) throws Exception {
        try (RawArchive archive = new RawArchive(server, XmppAt.USERS.get(2))) {
            OnceAndInOrder.check("the archive", archive.ofRoom(room), WRITERS, said);
        }
        try (LightClient late = LightClient.signIn(folder, XmppAt.USERS.get(10), server, server.port())) {
            late.join(room);
            List<String> ends = lastOfBoth();
            // One of the two may have ended long before the other, and a room tells a newcomer little
            late.await("the last", IN_THE_END, () -> late.has(room, ends.get(0)) || late.has(room, ends.get(1)));
            late.readArchive(room);
            List<String> archive = late.texts(room, 4 * said);
            OnceAndInOrder.check("the late one", archive, WRITERS, said);
            for (LightClient each : listeners) {
                assertThat(each.texts(room, 4 * said))
                        .as("as the room said it, " + each)
                        .isEqualTo(archive);
            }
        }
    }

    private List<JsonObject> history(Person one, int limit) throws Exception {
        return one.ctl("chat", "history", room, "--limit", String.valueOf(limit));
    }

    private static List<String> texts(List<JsonObject> lines) {
        return Answer.each(lines, "text");
    }
}
