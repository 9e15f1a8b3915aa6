package org.lamplight.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.office.upload.FileShare;
import org.lamplight.office.upload.UploadLimits;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** Slots for files (XEP-0363), and what can be put into them. */
class UploadTest {
    private static final String SERVICE = "upload.localhost";

    @RegisterExtension
    final OfficeRule rule = new OfficeRule();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void isFoundByDiscovery() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        Element items = ada.ask("get", "localhost", "<query xmlns='" + Ns.DISCO_ITEMS + "'/>");
        assertThat(items.find("query", Ns.DISCO_ITEMS).children())
                .anyMatch(item -> SERVICE.equals(item.attribute("jid")));
        Element info = ada.ask("get", SERVICE, "<query xmlns='" + Ns.DISCO_INFO + "'/>");
        assertThat(info.toString()).contains(Ns.UPLOAD).contains("max-file-size");
    }

    @Test
    void whatIsPutCanBeFetchedWholeOrInPart() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        Element slot = slot(ada, "plan 25 \u00fc.txt", 11);
        String put = slot.find("put").attribute("url");
        assertThat(put(put, "hello world")).isEqualTo(201);
        String get = slot.find("get").attribute("url");
        assertThat(get(get, "").body()).isEqualTo("hello world");
        HttpResponse<String> part = get(get, "bytes=6-");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("world");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 6-10/11");
        assertThat(get(get, "bytes=11-").statusCode()).isEqualTo(416);
    }

    @Test
    void aSlotTakesOneFileOfItsSize() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        Element slot = slot(ada, "a.txt", 3);
        String put = slot.find("put").attribute("url");
        assertThat(put(put, "four")).isEqualTo(413);
        assertThat(get(put, "").statusCode()).isEqualTo(404);
        assertThat(put(put, "abc")).isEqualTo(201);
        assertThat(put(put, "xyz")).isEqualTo(403);
        assertThat(get(put, "").body()).isEqualTo("abc");
        assertThat(put(put.replaceFirst("a.txt", "b.txt"), "abc")).isEqualTo(403);
    }

    @Test
    void aPutThatIsCutCanBeTriedAgain() throws Exception {
        RawClient ada = rule.online("ada", "desk");
        String put = slot(ada, "a.txt", 3).find("put").attribute("url");
        URI where = URI.create(put);
        try (Socket socket = new Socket("127.0.0.1", where.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT " + where.getRawPath() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            // The answer, or the end: then the server has seen that no more comes
            socket.getInputStream().readAllBytes();
        }
        assertThat(put(put, "abc")).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, 999999999999, not-acceptable",
        "a.txt, 0, bad-request",
        "a.txt, -1, bad-request",
        "a.txt, many, bad-request",
        "'', 1, bad-request"
    })
    void noSlotForThis(String name, String size, String condition) throws Exception {
        RawClient ada = rule.online("ada", "desk");
        Element answer = ada.ask("get", SERVICE, request(name, size));
        assertThat(answer.find("error").find(condition, Ns.STANZA_ERRORS)).isNotNull();
    }

    @Test
    void aSlotEndsAndRoomIsBounded() throws Exception {
        Instant start = Instant.parse("2026-11-21T09:00:00Z");
        Instant[] now = {start};
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        UploadLimits limits = new UploadLimits(10, 15, Duration.ofMinutes(5));
        try (FileShare share = FileShare.open("localhost", 0, null, limits, clock)) {
            String first = share.announce("a", 10, "text/plain").orElseThrow().put();
            assertThat(share.announce("b", 10, "text/plain")).isEmpty();
            now[0] = start.plus(Duration.ofMinutes(5));
            assertThat(put(first, "0123456789")).isEqualTo(403);
            String second = share.announce("b", 10, "text/plain").orElseThrow().put();
            assertThat(put(second, "0123456789")).isEqualTo(201);
            now[0] = start.plus(Duration.ofMinutes(50));
            assertThat(share.announce("c", 6, "text/plain")).isEmpty();
            assertThat(get(second, "").body()).isEqualTo("0123456789");
        }
    }

    private static String request(String name, String size) {
        return "<request xmlns='" + Ns.UPLOAD + "' filename='" + name + "' size='" + size
                + "' content-type='text/plain'/>";
    }

    private static Element slot(RawClient client, String name, int size) throws Exception {
        return client.ask("get", SERVICE, request(name, String.valueOf(size))).find("slot", Ns.UPLOAD);
    }

    private int put(String url, String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .PUT(BodyPublishers.ofString(text))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<String> get(String url, String range) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
