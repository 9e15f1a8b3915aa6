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
import org.lamplight.lab.IrcClient;
import org.lamplight.lab.IrcServer;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;

/** IRC through biboumi: found, set up by its own command, and somebody there answered. */
@Requires({Part.PROSODY, Part.IRC})
class IrcGatewayTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String NETWORK = IrcServer.HOST + "@" + Biboumi.DOMAIN;
    private static final String NICK = "grace%" + NETWORK;

    @Test
    void somebodyOnIrcIsReachedAsAnybody(@TempDir Path folder) throws Exception {
        try (Prosody server = new Prosody(folder.resolve("server"), Prosody.Kind.servedBy(Biboumi.DOMAIN));
                Biboumi biboumi = new Biboumi(folder.resolve("biboumi"), server);
                IrcServer irc = new IrcServer(folder.resolve("irc"));
                IrcClient grace = new IrcClient(irc, "grace");
                Person ada = Person.at(folder, "ada").signIn(server)) {
            ada.client()
                    .await(
                            "biboumi is found",
                            SOON,
                            () -> Answer.each(ada.ctl("gateways"), "state").equals(List.of("ready")));
            JsonObject found = ada.ctl("gateways").get(0);
            assertThat(found.get("network").getAsString()).isEqualTo("irc");
            assertThat(found.get("can").toString()).isEqualTo("[\"commands\",\"rooms\"]");
            setUp(ada, irc);
        }
    }

    private static void setUp(Person ada, IrcServer irc) throws Exception {
        assertThat(ada.client().ask("gateway", "register", Biboumi.DOMAIN).error())
                .isEqualTo(Biboumi.DOMAIN + " does not offer that.");
        JsonObject network = ada.ctl("gateway", "add", NETWORK).get(0);
        assertThat(network.get("name").getAsString()).isEqualTo("IRC server 127.0.0.1 over Biboumi");
        assertThat(Answer.each(ada.ctl("gateway", "command", NETWORK), "node")).contains("configure");
        JsonObject form = ada.ctl("gateway", "command", NETWORK, "configure").get(0);
        assertThat(form.getAsJsonArray("fields").toString())
                .contains("\"ports\"")
                .contains("\"nick\"");
        JsonObject done = ada.ctl(
                        "gateway", "command", NETWORK, "configure", "ports=" + irc.port(), "tls_ports=", "nick=ada")
                .get(0);
        assertThat(done.get("status").getAsString()).isEqualTo("completed");
        JsonObject again = ada.ctl("gateway", "command", NETWORK, "configure").get(0);
        assertThat(again.getAsJsonArray("fields").toString()).contains("[\"" + irc.port() + "\"]");
    }
}
