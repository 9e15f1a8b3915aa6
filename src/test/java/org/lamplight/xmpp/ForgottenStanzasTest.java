package org.lamplight.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Await;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.LightClient;
import org.lamplight.lab.OfficeServer;
import org.lamplight.xmpp.login.Connections;

/** What the library has lost of a session that is resumed (XEP-0198) goes out all the same, once and in order. */
class ForgottenStanzasTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ADA = "ada@localhost";
    private static final String BOB = "bob@localhost";
    private static final int LOST = 5;

    @Test
    void whatWasToGoAgainAndIsNowhereGoesFirst(@TempDir Path folder) throws Exception {
        try (OfficeServer server = new OfficeServer(folder.resolve("server"));
                FaultyPath path = new FaultyPath(server.port());
                LightClient ada = LightClient.signIn(folder, "ada", server, path.port());
                LightClient bob = LightClient.signIn(folder, "bob", server, server.port())) {
            ada.say(BOB, "said 0");
            bob.await("the first", SOON, () -> bob.has(ADA, "said 0"));
            ada.await("its tick", SOON, () -> messages(ada) == 0);
            path.mute(true);
            say(ada, 1, LOST);
            new Await().until("all are on their way", SOON, () -> messages(ada) == LOST);
            unacknowledged(ada).clear();
            path.stopAccepting();
            path.cut();
            ada.await("the loss", SOON, () -> !ada.isOnline());
            say(ada, LOST + 1, 2 * LOST);
            path.startOver();
            path.startAccepting();
            bob.await("the last", SOON, () -> bob.has(ADA, "said " + 2 * LOST));
            assertThat(bob.texts(ADA, 100))
                    .as(bob.told(ADA, 100))
                    .isEqualTo(IntStream.rangeClosed(0, 2 * LOST)
                            .mapToObj(number -> "said " + number)
                            .toList());
        }
    }

    private static void say(LightClient who, int from, int to) throws Exception {
        for (int number = from; number <= to; number++) {
            who.say(BOB, "said " + number);
        }
    }

    private static long messages(LightClient who) throws Exception {
        return List.copyOf(unacknowledged(who)).stream()
                .filter(Message.class::isInstance)
                .count();
    }

    private static Queue<?> unacknowledged(LightClient who) throws Exception {
        Connections.Made made =
                (Connections.Made) accessible(XmppSession.class, "made").get(who.session());
        return (Queue<?>)
                accessible(XMPPTCPConnection.class, "unacknowledgedStanzas").get(made.connection());
    }

    private static Field accessible(Class<?> of, String name) throws Exception {
        Field field = of.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
