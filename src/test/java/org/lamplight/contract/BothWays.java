package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.lab.Baresip;
import org.lamplight.lab.CallingClient;
import org.lamplight.lab.Heard;
import org.lamplight.lab.Kamailio;

/** Calls of our client with a telephone, both at the same telephone system: what was said is heard, here and there. */
final class BothWays {
    private static final Duration PIECE = Duration.ofMillis(300);

    private BothWays() {}

    /** A line of this user, who is reached by this port of the server; returns its id. */
    static String line(CallingClient client, Kamailio server, String user, int port, String... keys) throws Exception {
        List<String> lines = new ArrayList<>(List.of(keys));
        lines.add("address = " + user + "@localhost");
        lines.add("registrar = 127.0.0.1:" + port);
        lines.add("proxy = 127.0.0.1:" + port);
        lines.add("trust = " + server.trust());
        return client.addLine(user, Kamailio.password(user), lines.toArray(String[]::new));
    }

    static void assertHears(Heard heard, Heard said) {
        assertThat(heard.level()).isBetween(-40.0, -10.0);
        assertThat(heard.bestLikeness(said, PIECE).correlation()).isGreaterThan(0.9);
    }

    /** No piece of it is more alike than pieces of any two voices are. */
    static void assertDoesNotHear(Heard heard, Heard said) {
        double likeness = heard.bestLikeness(said, PIECE).correlation();
        assertThat(likeness).isLessThan(0.8);
    }

    /** The call is over, and each has heard the other. */
    static void assertBothHeard(CallingClient client, String id, Baresip phone) throws Exception {
        client.awaitState(id, "ended");
        assertHears(phone.heard(), client.says());
        assertHears(client.heard(id), phone.says());
    }

    /** The call's keys come from a handshake. */
    static void assertSecure(CallingClient client, String id) throws Exception {
        client.await(
                "measured",
                () -> client.call(id)
                        .map(call -> call.getAsJsonObject("media"))
                        .filter(media -> media != null
                                && media.has("secure")
                                && media.get("secure").getAsString().equals("dtls"))
                        .isPresent());
    }
}
