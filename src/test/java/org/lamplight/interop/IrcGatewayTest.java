package org.lamplight.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.Biboumi;
import org.lamplight.lab.ForeignClient;
import org.lamplight.lab.IrcClient;
import org.lamplight.lab.IrcServer;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;

/** IRC through biboumi: found, set up by its own command, and somebody there talked with. */
@Requires({Part.PROSODY, Part.SLIXMPP, Part.IRC})
class IrcGatewayTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String NETWORK = IrcServer.HOST + "@" + Biboumi.DOMAIN;
    private static final String GRACE = "grace%" + NETWORK;
    private static final String CHANNEL = "#engine%" + NETWORK;

    @Test
    void somebodyOnIrcIsReachedAsAnybody(@TempDir Path folder) throws Exception {
        try (Prosody server = new Prosody(folder.resolve("server"), Prosody.Kind.servedBy(Biboumi.DOMAIN));
                Biboumi biboumi = new Biboumi(folder.resolve("biboumi"), server);
                IrcServer irc = new IrcServer(folder.resolve("irc"));
                IrcClient grace = new IrcClient(irc, "grace");
                Person bob = Person.at(folder, "bob").signIn(server);
                ForeignClient second = new ForeignClient(IrcGatewayTest.class, "bob.py", folder, server)) {
            finds(bob);
            setsUp(bob, irc);
            second.say(
                    "/raw <presence to='" + CHANNEL + "/bob'><x xmlns='http://jabber.org/protocol/muc'/></presence>");
            grace.say("JOIN #engine");
            grace.hear(" 366 ");
            awaitBob(grace);
            talks(bob, grace, second);
        }
    }

    private static void finds(Person bob) throws Exception {
        bob.client()
                .await(
                        "biboumi is found",
                        SOON,
                        () -> Answer.each(bob.ctl("gateways"), "state").equals(List.of("ready")));
        JsonObject found = bob.ctl("gateways").get(0);
        assertThat(found.get("network").getAsString()).isEqualTo("irc");
        assertThat(found.get("can").toString()).isEqualTo("[\"commands\",\"rooms\"]");
        assertThat(bob.client().ask("gateway", "register", Biboumi.DOMAIN).error())
                .isEqualTo(Biboumi.DOMAIN + " does not offer that.");
    }

    private static void setsUp(Person bob, IrcServer irc) throws Exception {
        JsonObject network = bob.ctl("gateway", "add", NETWORK).get(0);
        assertThat(network.get("name").getAsString()).isEqualTo("IRC server 127.0.0.1 over Biboumi");
        assertThat(Answer.each(bob.ctl("gateway", "command", NETWORK), "node")).contains("configure");
        JsonObject form = configure(bob);
        assertThat(form.getAsJsonArray("fields").toString())
                .contains("\"ports\"")
                .contains("\"nick\"");
        JsonObject done = configure(bob, "ports=" + irc.port(), "tls_ports=", "nick=bob");
        assertThat(done.get("status").getAsString()).isEqualTo("completed");
        assertThat(configure(bob).getAsJsonArray("fields").toString()).contains("[\"" + irc.port() + "\"]");
    }

    private static JsonObject configure(Person bob, String... fields) throws Exception {
        String[] words = new String[4 + fields.length];
        System.arraycopy(new String[] {"gateway", "command", NETWORK, "configure"}, 0, words, 0, 4);
        System.arraycopy(fields, 0, words, 4, fields.length);
        return bob.ctl(words).get(0);
    }

    /** He is in the channel already, or comes now. */
    private static void awaitBob(IrcClient grace) throws Exception {
        grace.say("NAMES #engine");
        if (!grace.hear(" 353 ").contains("bob")) {
            grace.hear(":bob!");
        }
    }

    private static void talks(Person bob, IrcClient grace, ForeignClient second) throws Exception {
        bob.ctl("people", "add", GRACE, "--name", "Grace");
        bob.client()
                .await(
                        "grace is on the list",
                        SOON,
                        () -> !bob.ctl("people", GRACE).isEmpty());
        assertThat(bob.ctl("people", GRACE).get(0).getAsJsonArray("addresses").toString())
                .contains("\"label\":\"irc\"");
        bob.ctl("chat", "send", GRACE, "a moth?");
        grace.hear("PRIVMSG grace :a moth?");
        grace.say("PRIVMSG bob :an actual moth");
        // biboumi answers the session that is in the channel, and forbids copies for others
        second.sees("an actual moth");
        assertThat(Answer.each(bob.ctl("gateway", "command", NETWORK, "get-irc-connection-info"), "status"))
                .containsExactly("completed");
    }
}
