package org.lamplight.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.LightClient;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.Person;
import org.lamplight.office.xmpp.LocalClient;
import org.lamplight.office.xmpp.xml.Element;

/** One element that is written wrongly does not cost the message that it is in: neither as it comes nor in the archive. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenElementsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private Path folder;
    private OfficeServer server;
    private Person ada;
    private LocalClient bob;

    @BeforeAll
    void open(@TempDir Path place) throws Exception {
        folder = place;
        server = new OfficeServer(folder.resolve("server"));
        ada = Person.at(folder, "ada").signIn(server);
        bob = server.server().connect("bob", "odd", stanza -> {});
    }

    @AfterAll
    void close() throws Exception {
        try (AutoCloseable first = ada;
                AutoCloseable then = server) {
            assertThat(ada.state()).isEqualTo("online");
        }
    }

    static Stream<Arguments> elements() {
        return Stream.of(
                Arguments.of("delay", "urn:xmpp:delay", "stamp", "yesterday"),
                Arguments.of("received", "urn:xmpp:receipts", "ids", "none"),
                Arguments.of("origin-id", "urn:xmpp:sid:0", "called", "nothing"),
                Arguments.of("stanza-id", "urn:xmpp:sid:0", "id", ""),
                Arguments.of("replace", "urn:xmpp:message-correct:0", "id", ""),
                Arguments.of("x", "jabber:x:data", "type", "of no kind"),
                Arguments.of("x", "jabber:x:delay", "stamp", "noon"),
                Arguments.of("set", "http://jabber.org/protocol/rsm", "max", "all"),
                Arguments.of("html", "http://jabber.org/protocol/xhtml-im", "a", "b"),
                Arguments.of("geoloc", "http://jabber.org/protocol/geoloc", "lat", "north"),
                Arguments.of("event", "http://jabber.org/protocol/pubsub#event", "node", ""),
                Arguments.of("bob", "urn:xmpp:bob", "data", "%"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("elements")
    void theMessageComesAndIsInTheArchive(String name, String namespace, String attribute, String value)
            throws Exception {
        String text = "with a broken " + name + " of " + namespace;
        Element stanza = Victim.message("id-" + text.hashCode(), text);
        Element broken = stanza.child(name, namespace).with(attribute, value);
        broken.child("within", namespace).with("number", "many").text("text");
        bob.send(stanza);
        ada.client().await("the message", SOON, () -> texts().contains(text));
        try (LightClient device = LightClient.signIn(folder.resolve("later"), "ada", server, server.port())) {
            device.readArchive(Victim.BOB);
            assertThat(device.texts(Victim.BOB, 100)).contains(text);
        }
    }

    private List<String> texts() throws Exception {
        return Answer.each(ada.ctl("chat", "history", Victim.BOB, "--limit", "100"), "text");
    }
}
