package org.lamplight.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.lamplight.lab.Answer;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.Person;
import org.lamplight.office.xmpp.LocalClient;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Ada, with the whole client and its window open on a talk, at a server that passes on whatever it is given. */
final class Victim implements AutoCloseable {
    static final String ADA = "ada@localhost";
    static final String BOB = "bob@localhost";

    /** So long the EDT may work on one event, in milliseconds on the processor. */
    static final long MOST_WORK_MS = 100;

    private static final Duration SOON = Duration.ofSeconds(30);

    final OfficeServer server;
    final Person ada;

    Victim(Path folder) throws Exception {
        server = new OfficeServer(folder.resolve("server"));
        ada = Person.withWindows(folder, "ada").signIn(server);
    }

    LocalClient connect(String user) {
        return server.server().connect(user, "evil", stanza -> {});
    }

    static Element message(String id, String text) {
        return Element.of("message", Ns.CLIENT)
                .with("to", ADA)
                .with("type", "chat")
                .with("id", id)
                .add(Element.of("body", Ns.CLIENT).text(text));
    }

    /** Shows the talk in the window that has the focus. */
    void open(String peer) throws Exception {
        ada.ctl("open", "conversation", peer);
        assertThat(Answer.each(ada.ctl("windows"), "name")).contains("conversation");
    }

    /** Waits until the newest message of a talk has this text. */
    Duration hears(String peer, String text) throws Exception {
        return ada.client().await("\"" + text + "\" of " + peer, SOON, () -> text.equals(newest(peer)));
    }

    String newest(String peer) throws Exception {
        List<JsonObject> one = ada.ctl("chat", "history", peer, "--limit", "1");
        return one.isEmpty() ? "" : one.get(0).get("text").getAsString();
    }

    List<String> texts(String peer) throws Exception {
        return ada.ctl("chat", "history", peer, "--limit", "100000").stream()
                .map(line -> line.get("text").getAsString())
                .toList();
    }

    /** From now on. */
    void measureAnew() throws Exception {
        ada.ctl("windows");
        ada.ctl("health", "--anew");
    }

    /** The most work of the EDT since then; says it, with the longest time by the clock on the wall. */
    long mostWorkMs(String what) throws Exception {
        // Asked on the EDT: what was waiting there is done
        ada.ctl("windows");
        JsonObject health = ada.ctl("health", "--anew").get(0);
        long work = health.get("edtMaxWorkMs").getAsLong();
        System.out.printf(
                Locale.ROOT,
                "%-44s EDT: work %3d ms, pause %3d ms; heap %3d MiB, resident %3d MiB%n",
                what,
                work,
                health.get("edtMaxPauseMs").getAsLong(),
                health.get("heapBytes").getAsLong() >> 20,
                residentMiB());
        return work;
    }

    private long residentMiB() throws Exception {
        Path status = Path.of("/proc/" + ada.client().process().pid() + "/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                                .filter(line -> line.startsWith("VmRSS:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                                .sum()
                        / 1024;
    }

    @Override
    public void close() throws Exception {
        try (server;
                ada) {
            ada.ctl("windows");
        }
    }
}
