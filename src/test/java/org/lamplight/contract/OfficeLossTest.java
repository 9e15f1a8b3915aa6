package org.lamplight.contract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.Await;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.Person;
import org.lamplight.lab.XmppAt;
import org.lamplight.office.xmpp.LocalClient;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** The loss contract with the office's server. */
class OfficeLossTest extends LossContract {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RECEIPTS = "urn:xmpp:receipts";
    private static final int MANY = 1_000;

    @Override
    XmppAt open(Path folder) throws Exception {
        return new OfficeServer(folder);
    }

    /** More receipts are due than a connection that is gone takes. */
    @Test
    void whoIsToldMuchWhileNothingGetsOutComesBack(@TempDir Path folder) throws Exception {
        try (OfficeServer server = new OfficeServer(folder.resolve("server"));
                FaultyPath path = new FaultyPath(server.port());
                Person bob = Person.at(folder, "bob").signIn(server, path.port())) {
            Set<String> receipts = ConcurrentHashMap.newKeySet();
            LocalClient ada = server.server()
                    .connect("ada", "desk", stanza -> receiptIn(stanza).ifPresent(receipts::add));
            ada.send(Element.of("presence", Ns.CLIENT));
            ada.send(asking("first"));
            new Await().until("the first receipt", SOON, () -> receipts.contains("first"));
            path.mute(true);
            for (int i = 0; i < MANY; i++) {
                ada.send(asking("m" + i));
            }
            bob.client().await("the last of many", SOON, () -> newest(bob).equals("m" + (MANY - 1)));
            path.cut();
            path.startOver();
            new Await().until("all receipts", SOON, () -> receipts.size() == MANY + 1);
        }
    }

    private static String newest(Person one) throws Exception {
        return String.join("", Answer.each(one.ctl("chat", "history", "ada@localhost", "--limit", "1"), "text"));
    }

    private static Element asking(String id) {
        Element message = Element.of("message", Ns.CLIENT)
                .with("to", "bob@localhost")
                .with("type", "chat")
                .with("id", id)
                .add(Element.of("body", Ns.CLIENT).text(id));
        message.child("request", RECEIPTS);
        return message;
    }

    private static Optional<String> receiptIn(Element stanza) {
        return Optional.ofNullable(stanza.find("received", RECEIPTS)).map(receipt -> receipt.attribute("id", ""));
    }
}
