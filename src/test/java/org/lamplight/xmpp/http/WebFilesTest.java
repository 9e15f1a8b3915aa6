package org.lamplight.xmpp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.core.Threads;
import org.lamplight.office.tls.SelfSignedCertificate;
import org.lamplight.office.upload.FileShare;
import org.lamplight.office.upload.UploadLimits;

/** Files put and fetched over real HTTP, with servers that are honest and others that are not. */
@Timeout(60)
class WebFilesTest {
    private static final Movement.Listener NOBODY = (done, total) -> {};
    private static final long LARGE = 10_000_000;

    private final ExecutorService workers = Threads.pool("test-files");
    private final ScheduledExecutorService clock = Threads.single("test-clock");
    private HttpServer server;
    private Path folder;
    private WebFiles web;

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.start();
        web = new WebFiles(SSLContext.getDefault(), workers, clock, () -> Zone.LOOPBACK, Duration.ofMillis(500));
    }

    @AfterEach
    void end() {
        server.stop(0);
        workers.shutdownNow();
        clock.shutdownNow();
    }

    private String at(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(4).nextBytes(noise);
        return noise;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String sentence(CompletableFuture<?> failing) {
        try {
            failing.join();
            throw new AssertionError("it did not fail");
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(Refused.class);
            return e.getCause().getMessage();
        }
    }

    @Test
    void whatIsPutComesBackEncrypted() throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.create(List.of("localhost", "127.0.0.1"));
        byte[] content = noise(1_000_000);
        try (FileShare share =
                FileShare.open("localhost", 0, certificate.serverContext(), UploadLimits.usual(), Clock.systemUTC())) {
            FileShare.Place place = share.announce("a b.bin", content.length, "application/x-test")
                    .orElseThrow();
            WebFiles trusting = new WebFiles(trust(certificate), workers, clock, () -> Zone.LOOPBACK);
            List<Long> told = new CopyOnWriteArrayList<>();
            trusting.put(
                            place.put(),
                            List.of("localhost"),
                            Map.of("Authorization", "Bearer x"),
                            file("a", content),
                            content.length,
                            "application/x-test",
                            (done, total) -> told.add(done))
                    .join();
            assertThat(told).isSorted().last().isEqualTo((long) content.length);
            Path into = file("b", new byte[0]);
            assertThat(trusting.get(place.get(), into, content.length, NOBODY).join())
                    .contains("application/x-test");
            assertThat(into).hasBinaryContent(content);
            assertThat(sentence(web.get(place.get(), into, LARGE, NOBODY))).contains("not trusted");
        }
    }

    private static SSLContext trust(SelfSignedCertificate certificate) throws Exception {
        java.security.KeyStore store = java.security.KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("one", certificate.certificate());
        var factory =
                javax.net.ssl.TrustManagerFactory.getInstance(javax.net.ssl.TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** A server that cuts the line in the middle, once. */
    @Test
    void whatWasCutGoesOn() throws Exception {
        byte[] content = noise(300_000);
        List<String> ranges = new CopyOnWriteArrayList<>();
        String url = at("/cut", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(String.valueOf(range));
            if (range == null) {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content, 0, 100_000);
                exchange.getResponseBody().flush();
                throw new IOException("cut");
            }
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            answer(exchange, 206, Arrays.copyOfRange(content, from, content.length));
        });
        Path into = file("cut", new byte[0]);
        CompletableFuture<Optional<String>> first = web.get(url, into, LARGE, NOBODY);
        assertThatThrownBy(first::join)
                .hasCauseInstanceOf(Refused.class)
                .satisfies(e -> assertThat(((Refused) e.getCause()).mayPass()).isTrue());
        long have = Files.size(into);
        assertThat(have).isPositive().isLessThan(content.length);
        web.get(url, into, LARGE, NOBODY).join();
        assertThat(into).hasBinaryContent(content);
        assertThat(ranges).containsExactly("null", "bytes=" + have + "-");
    }

    @Test
    void aServerWithoutRangesBeginsAnew() throws Exception {
        byte[] content = noise(1000);
        String url = at("/whole", exchange -> answer(exchange, 200, content));
        Path into = file("whole", noise(400));
        web.get(url, into, LARGE, NOBODY).join();
        assertThat(into).hasBinaryContent(content);
    }

    @Test
    void whatIsThereWholeIsNotFetchedAgain() throws Exception {
        byte[] content = noise(1000);
        String url = at("/full", exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes */1000");
            answer(exchange, 416, new byte[0]);
        });
        Path into = file("full", content);
        web.get(url, into, LARGE, NOBODY).join();
        assertThat(into).hasBinaryContent(content);
    }

    @Test
    void anotherRangeThanAskedIsNotBelieved() throws Exception {
        String url = at("/other", exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-9/500");
            answer(exchange, 206, noise(10));
        });
        Path into = file("other", noise(400));
        assertThat(sentence(web.get(url, into, LARGE, NOBODY))).contains("another part");
        assertThat(Files.size(into)).isEqualTo(400);
    }

    @Test
    void whatIsLargerThanAllowedIsNotKept() throws Exception {
        String said = at("/said", exchange -> answer(exchange, 200, noise(5000)));
        Path into = file("large", new byte[0]);
        assertThat(sentence(web.get(said, into, 4999, NOBODY))).contains("larger than it may be");
        assertThat(Files.size(into)).isZero();
        String endless = at("/endless", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                while (true) {
                    exchange.getResponseBody().write(noise(1000));
                }
            }
        });
        assertThat(sentence(web.get(endless, into, 4999, NOBODY))).contains("larger than it may be");
        assertThat(Files.size(into)).isLessThan(5000);
    }

    @Test
    void redirectsAreFollowedButNotAnywhere() throws Exception {
        at("/there", exchange -> answer(exchange, 200, noise(7)));
        String good = at("/good", exchange -> redirect(exchange, "/there"));
        Path into = file("redirected", new byte[0]);
        web.get(good, into, LARGE, NOBODY).join();
        assertThat(into).hasBinaryContent(noise(7));
        String near = at("/near", exchange -> redirect(exchange, "http://169.254.169.254/latest/meta-data"));
        assertThat(sentence(web.get(near, into, LARGE, NOBODY))).contains("network nearby");
        String file = at("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        assertThat(sentence(web.get(file, into, LARGE, NOBODY))).contains("none that could be asked");
        String loop = at("/loop", exchange -> redirect(exchange, "/loop"));
        assertThat(sentence(web.get(loop, into, LARGE, NOBODY))).contains("on and on");
        String put = at("/put", exchange -> redirect(exchange, "/there"));
        assertThat(sentence(web.put(put, List.of(), Map.of(), into, 7, "text/plain", NOBODY)))
                .contains("302");
    }

    private static void redirect(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().set("Location", where);
        answer(exchange, 302, new byte[0]);
    }

    @Test
    void anAccountOnTheNetAsksNothingNearby() throws Exception {
        WebFiles far = new WebFiles(SSLContext.getDefault(), workers, clock, () -> Zone.PUBLIC);
        List<String> asked = new CopyOnWriteArrayList<>();
        String url = at("/secret", exchange -> {
            asked.add("asked");
            answer(exchange, 200, noise(7));
        });
        assertThat(sentence(far.get(url, file("x", new byte[0]), LARGE, NOBODY)))
                .contains("network nearby");
        assertThat(sentence(far.put(url, List.of("127.0.0.1"), Map.of(), file("y", noise(3)), 3, "text/plain", NOBODY)))
                .contains("network nearby");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusalsAreSentences() throws Exception {
        String gone = at("/gone", exchange -> answer(exchange, 404, new byte[0]));
        Path into = file("gone", new byte[0]);
        assertThat(sentence(web.get(gone, into, LARGE, NOBODY))).contains("not on the server any more");
        String full = at("/full", exchange -> answer(exchange, 507, new byte[0]));
        assertThat(sentence(web.put(full, List.of(), Map.of(), file("a", noise(9)), 9, "text/plain", NOBODY)))
                .contains("no room");
        assertThat(sentence(web.put(full, List.of(), Map.of(), folder.resolve("absent.txt"), 9, "text/plain", NOBODY)))
                .contains("absent.txt is not there any more");
        assertThat(sentence(web.put(full, List.of(), Map.of(), file("b", noise(9)), 8, "text/plain", NOBODY)))
                .contains("b has changed since");
        server.stop(0);
        assertThat(sentence(web.get(gone, into, LARGE, NOBODY))).contains("connection was lost");
    }

    /** A device that says of every byte that there is no room. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNotTheLinesFault() {
        String url = at("/file", exchange -> answer(exchange, 200, noise(300_000)));
        CompletableFuture<Optional<String>> get = web.get(url, Path.of("/dev/full"), LARGE, NOBODY);
        assertThatThrownBy(get::join)
                .hasCauseInstanceOf(Refused.class)
                .hasMessageContaining("room on the disk")
                .satisfies(e -> assertThat(((Refused) e.getCause()).mayPass()).isFalse());
    }

    /** It takes the request, or sends a little, and then nothing. */
    @Test
    void whoStandsStillIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/a";
            CompletableFuture<Optional<String>> get = web.get(url, file("s", new byte[0]), LARGE, NOBODY);
            try (Socket peer = silent.accept()) {
                peer.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na".getBytes(StandardCharsets.US_ASCII));
                peer.getOutputStream().flush();
                assertThat(sentence(get)).contains("Nothing moves");
                // and lets go of the line
                peer.getInputStream().readAllBytes();
            }
        }
    }

    @Test
    void whatIsCancelledLetsGo() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + slow.getLocalPort() + "/a";
            CountDownLatch began = new CountDownLatch(1);
            WebFiles patient = new WebFiles(SSLContext.getDefault(), workers, clock, () -> Zone.LOOPBACK);
            CompletableFuture<Void> put = patient.put(
                    url,
                    List.of(),
                    Map.of(),
                    file("big", noise(9_000_000)),
                    9_000_000,
                    "text/plain",
                    (done, total) -> began.countDown());
            try (Socket peer = slow.accept()) {
                assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
                put.cancel(true);
                long read = peer.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                assertThat(read).isLessThan(9_000_000);
            } catch (IOException reset) {
                assertThat(put).isCancelled();
            }
        }
    }
}
