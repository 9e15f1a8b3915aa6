package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.XmppAt;
import org.lamplight.office.xmpp.LocalClient;
import org.lamplight.office.xmpp.xml.Element;

/** Files with the office, and with somebody there who means ill. */
class OfficeFileTest extends FileContract {
    private static final String EVE = "eve@localhost";

    @Override
    XmppAt open(Path place) throws Exception {
        return new OfficeServer(place);
    }

    private LocalClient eve() {
        return ((OfficeServer) server).server().connect("eve", "x", stanza -> {});
    }

    /** Sends bob a message that shares this address under this name. */
    private JsonObject shares(String id, String url, String name, long size) throws Exception {
        Element message = Element.of("message", "jabber:client")
                .with("to", bob.address())
                .with("type", "chat")
                .with("id", id)
                .add(Element.of("body", "jabber:client").text(url))
                .add(Element.of("origin-id", "urn:xmpp:sid:0").with("id", id));
        message.child("x", "jabber:x:oob").child("url", "jabber:x:oob").text(url);
        if (!name.isEmpty()) {
            Element sharing = message.child("file-sharing", "urn:xmpp:sfs:0");
            Element file = sharing.child("file", "urn:xmpp:file:metadata:0");
            file.child("name", "urn:xmpp:file:metadata:0").text(name);
            file.child("size", "urn:xmpp:file:metadata:0").text(String.valueOf(size));
            sharing.child("sources", "urn:xmpp:sfs:0")
                    .child("url-data", "http://jabber.org/protocol/url-data")
                    .with("target", url);
        }
        eve().send(message);
        bob.client().await("message " + id, SOON, () -> find(id).size() == 1);
        return find(id).get(0);
    }

    private List<JsonObject> find(String id) throws Exception {
        return bob.ctl("chat", "history", EVE, "--limit", "200").stream()
                .filter(line -> line.get("id").getAsString().equals(id))
                .toList();
    }

    /** A web server that gives these bytes to whoever asks, and remembers what was asked. */
    private HttpServer web(byte[] content, List<String> asked) throws Exception {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        });
        web.start();
        return web;
    }

    @ParameterizedTest
    @CsvSource({
        "../../x, x",
        "..\\..\\autostart.bat, autostart.bat",
        "/etc/passwd, passwd",
        "C:\\Windows\\x.ini, x.ini",
        "CON.txt, _CON.txt",
        ".bashrc, bashrc",
        "'annex\u202egpj.exe', annexgpj.exe",
        "'two\nlines\u0000.txt', two lines.txt",
        "'...', file"
    })
    void aNameLeadsNowhere(String name, String kept) throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer web = web("hello".getBytes(StandardCharsets.UTF_8), asked);
        try {
            String url = "http://127.0.0.1:" + web.getAddress().getPort() + "/a";
            String id = "name-" + Integer.toHexString(name.hashCode());
            JsonObject came = shares(id, url, name.replace("\u0000", "\u0085"), 5);
            assertThat(came.getAsJsonObject("file").get("name").getAsString()).isEqualTo(kept);
            Path here = Path.of(bob.ctl("chat", "fetch", EVE, id)
                    .get(0)
                    .getAsJsonObject("file")
                    .get("path")
                    .getAsString());
            assertThat(here.getParent()).isEqualTo(folder.resolve("bob/downloads"));
            assertThat(here).hasContent("hello").hasFileName(kept);
            assertThat(asked).containsExactly("GET /a");
        } finally {
            web.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://192.168.1.1/router.png",
                "https://10.0.0.1/secret.png",
                "https://169.254.169.254/latest/meta-data.png",
                "http://93.184.216.34/clear.png"
            })
    void anAddressNearbyIsNotAsked(String url) throws Exception {
        String id = "near-" + Integer.toHexString(url.hashCode());
        JsonObject came = shares(id, url, "", 0);
        assertThat(came.getAsJsonObject("file").get("name").getAsString()).endsWith(".png");
        Answer answer = bob.client().ask("chat", "fetch", EVE, id);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.error()).contains("It was not asked.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://",
                "https://\u202ex/a b",
                "see https://x.example/a"
            })
    void whatIsNoAddressIsText(String url) throws Exception {
        String id = "text-" + Integer.toHexString(url.hashCode());
        JsonObject came = shares(id, url, "", 0);
        assertThat(came.has("file")).isFalse();
    }

    /** Eve is in nobody's list. */
    @Test
    void aPictureOfAStrangerDoesNotComeByItself() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer web = web(new byte[100], asked);
        try {
            shares("stranger", "http://127.0.0.1:" + web.getAddress().getPort() + "/a.png", "", 0);
            // Whatever comes of the next message comes after whatever came of the first
            bob.ctl("chat", "fetch", EVE, lastAfter(web));
            assertThat(asked).containsExactly("GET /b.bin");
        } finally {
            web.stop(0);
        }
    }

    private String lastAfter(HttpServer web) throws Exception {
        shares("stranger-2", "http://127.0.0.1:" + web.getAddress().getPort() + "/b.bin", "", 0);
        return "stranger-2";
    }

    @Test
    void moreThanWasSaidIsNotKept() throws Exception {
        HttpServer web = web(new byte[100_000], new CopyOnWriteArrayList<>());
        try {
            shares("more", "http://127.0.0.1:" + web.getAddress().getPort() + "/a", "more.bin", 10);
            Answer answer = bob.client().ask("chat", "fetch", EVE, "more");
            assertThat(answer.error()).contains("larger than it may be");
            try (Stream<Path> all = Files.list(folder.resolve("bob/downloads"))) {
                assertThat(all).noneMatch(one -> one.getFileName().toString().startsWith("more"));
            }
        } finally {
            web.stop(0);
        }
    }
}
