package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.Person;
import org.lamplight.office.xmpp.Component;
import org.lamplight.office.xmpp.ComponentLine;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** A server that means ill gives places for files that lead elsewhere, or none that are any. */
class HostileSlotTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    /** Says of itself that it takes files, and gives these places. */
    private record Trap(ComponentLine line, String put, String get) implements Component {
        @Override
        public String name() {
            return "Trap";
        }

        @Override
        public void received(Element stanza, Jid from, Jid to) {
            if (!"get".equals(stanza.attribute("type"))) {
                return;
            }
            Element reply = Element.of("iq", Ns.CLIENT)
                    .with("type", "result")
                    .with("id", stanza.attribute("id"))
                    .with("from", to.toString())
                    .with("to", from.toString());
            Element query = stanza.find("query", Ns.DISCO_INFO);
            if (query != null) {
                reply.child("query", Ns.DISCO_INFO)
                        .child("feature", Ns.DISCO_INFO)
                        .with("var", Ns.UPLOAD);
            } else {
                Element slot = reply.child("slot", Ns.UPLOAD);
                Element where = slot.child("put", Ns.UPLOAD).with("url", put);
                where.child("header", Ns.UPLOAD).with("name", "Host").text("inside.example");
                where.child("header", Ns.UPLOAD).with("name", "Cookie").text("a=b\r\nX-Evil: 1");
                slot.child("get", Ns.UPLOAD).with("url", get);
            }
            line.send(from, reply);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://192.168.1.1/upload, https://localhost/a, network nearby",
        "https://169.254.169.254/upload, https://localhost/a, network nearby",
        "http://93.184.216.34/upload, https://localhost/a, not encrypted",
        "file:///tmp/x, https://localhost/a, none that could be asked",
        "'', '', none that could be asked",
        "https://localhost/upload, https://10.0.0.1/a, network nearby",
        "https://localhost/upload, javascript:alert(1), none that could be asked"
    })
    void nothingIsPutThere(String put, String get, String words, @TempDir Path folder) throws Exception {
        try (OfficeServer server = new OfficeServer(folder.resolve("server"))) {
            server.server().attach("upload", line -> new Trap(line, put, get));
            try (Person ada = Person.at(folder, "ada").signIn(server)) {
                assertThat(refusal(ada, folder)).contains(words);
            }
        }
    }

    /** What a server may not set is not set, and no header hides in another. */
    @Test
    void onlyWhatASlotMaySetIsSet(@TempDir Path folder) throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders().get("Cookie") + " "
                    + exchange.getRequestHeaders().get("X-evil") + " "
                    + exchange.getRequestHeaders().getFirst("Host").startsWith("localhost:"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(507, -1);
            exchange.close();
        });
        web.start();
        String url = "http://localhost:" + web.getAddress().getPort() + "/a";
        try (OfficeServer server = new OfficeServer(folder.resolve("server"))) {
            server.server().attach("upload", line -> new Trap(line, url, url));
            try (Person ada = Person.at(folder, "ada").signIn(server)) {
                assertThat(refusal(ada, folder)).contains("no room");
                assertThat(heard).containsExactly("[a=bX-Evil: 1] null true");
            }
        } finally {
            web.stop(0);
        }
    }

    private static String refusal(Person ada, Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.txt"), "secret");
        String id = Answer.each(ada.ctl("chat", "send", "bob@localhost", "", "--file", file.toString()), "id")
                .get(0);
        ada.client()
                .await(
                        "it fails",
                        SOON,
                        () -> Answer.each(ada.ctl("chat", "history", "bob@localhost"), "state")
                                .contains("failed"));
        return ada.ctl("chat", "history", "bob@localhost").stream()
                .filter(line -> line.get("id").getAsString().equals(id))
                .map(line -> line.get("reason").getAsString())
                .findFirst()
                .orElse("");
    }
}
