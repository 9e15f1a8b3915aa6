package org.lamplight.contract;

import static org.lamplight.contract.OnceAndInOrder.text;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
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
 * A network that fails again and again, in the middle of what is said, while one client is killed now and then, costs no
 * message and doubles none; on both sides, and in the archive, which another device reads later.
 */
abstract class LossContract implements Hardship.Talk {

    /** Faults in the middle of signing in cost ten seconds each; how long it took is said in the end. */
    private static final Duration BACK = Duration.ofSeconds(120);

    /** What waited through all of it goes out in its order, and a busy machine takes its time. */
    private static final Duration IN_THE_END = Duration.ofSeconds(600);

    private int said;
    private Person ada;
    private Person bob;

    abstract XmppAt open(Path folder) throws Exception;

    @Test
    void nothingIsLostOrDoubled(@TempDir Path folder) throws Exception {
        talk(folder, Hardship.small(200));
    }

    @Test
    @Tag("soak")
    void nothingIsLostOrDoubledInTenThousand(@TempDir Path folder) throws Exception {
        talk(folder, Hardship.full());
    }

    @Test
    void aReceiptThatNeverGotOutIsGivenAfterTheNextStart(@TempDir Path folder) throws Exception {
        try (XmppAt server = open(folder.resolve("server"));
                FaultyPath path = new FaultyPath(server.port());
                Person one = Person.at(folder, "ada").signIn(server);
                Person other = Person.at(folder, "bob").signIn(server, path.port())) {
            one.befriend(other);
            path.mute(true);
            one.ctl("chat", "send", other.address(), "Is this here?");
            other.client()
                    .await(
                            "the message",
                            BACK,
                            () -> texts(other.history(one, 5)).contains("Is this here?"));
            other.client().quit();
            path.cut();
            path.startOver();
            other.start();
            one.client()
                    .await("its receipt", BACK, () -> undelivered(one, other).isEmpty());
        }
    }

    private void talk(Path folder, Hardship hardship) throws Exception {
        long seed = Long.getLong("lamplight.seed", System.nanoTime());
        try (XmppAt server = open(folder.resolve("server"));
                FaultyPath path = new FaultyPath(server.port());
                Person one = Person.at(folder, "ada").signIn(server, path.port());
                Person other = Person.at(folder, "bob").signIn(server, path.port())) {
            ada = one;
            bob = other;
            ada.befriend(bob);
            hardship.endure(this, new Storm(path, new Random(seed)));
            heard(ada, bob);
            heard(bob, ada);
            delivered(ada, bob);
            delivered(bob, ada);
            archived(folder, server, ada, bob);
            archived(folder, server, bob, ada);
        } catch (Exception | AssertionError failed) {
            throw new AssertionError("with -Dlamplight.seed=" + seed + ": " + failed.getMessage(), failed);
        }
    }

    @Override
    public void sayUpTo(int count) throws Exception {
        for (; 2 * said < count; said++) {
            ada.ctl("chat", "send", bob.address(), text("ada", said));
            bob.ctl("chat", "send", ada.address(), text("bob", said));
        }
    }

    @Override
    public void kill() throws Exception {
        bob.client().kill();
        bob.start();
    }

    @Override
    public void recover() throws Exception {
        ada.client().await("ada is online", BACK, () -> ada.state().equals("online"));
        bob.client().await("bob is online", BACK, () -> bob.state().equals("online"));
    }

    private void heard(Person one, Person other) throws Exception {
        String last = text(one == ada ? "bob" : "ada", said - 1);
        one.client()
                .await(last, IN_THE_END, () -> texts(one.history(other, 200)).contains(last));
        OnceAndInOrder.check(one.address(), texts(one.history(other, 4 * said)), List.of("ada", "bob"), said);
    }

    private void delivered(Person one, Person other) throws Exception {
        try {
            one.client()
                    .await(
                            "the last receipts",
                            IN_THE_END,
                            () -> undelivered(one, other).isEmpty());
        } catch (AssertionError late) {
            throw new AssertionError(one.address() + " has no receipts for " + undelivered(one, other), late);
        }
    }

    private List<String> undelivered(Person one, Person other) throws Exception {
        return one.history(other, 4 * said + 1).stream()
                .filter(line -> line.get("direction").getAsString().equals("out"))
                .filter(line -> !line.get("state").getAsString().equals("delivered"))
                .map(line ->
                        line.get("text").getAsString() + " " + line.get("state").getAsString())
                .toList();
    }

    /** The archive, and a device that was never there and reads it. */
    private void archived(Path folder, XmppAt server, Person one, Person other) throws Exception {
        String user = one.address().substring(0, one.address().indexOf('@'));
        try (RawArchive archive = new RawArchive(server, user)) {
            OnceAndInOrder.check("archive of " + user, archive.with(other.address()), List.of("ada", "bob"), said);
        }
        try (LightClient device = LightClient.signIn(folder.resolve("later"), user, server, server.port())) {
            device.readArchive(other.address());
            List<String> texts = device.texts(other.address(), 4 * said);
            OnceAndInOrder.check("another device of " + user, texts, List.of("ada", "bob"), said);
        }
    }

    private static List<String> texts(List<JsonObject> lines) {
        return Answer.each(lines, "text");
    }
}
