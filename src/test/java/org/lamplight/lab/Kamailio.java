package org.lamplight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A real Kamailio on free loopback ports: registrar and proxy (RFC 3261) with digest for {@code sip:NAME@localhost}, who
 * also have numbers. A call rings at all phones of a person; who publishes presence (RFC 3903) is seen by all.
 */
public final class Kamailio implements AutoCloseable {
    public static final String DOMAIN = "localhost";

    /** Who has an account there. */
    public static final List<String> USERS =
            List.of("ada", "bob", "cleo", "dan", "eve", "finn", "grace", "hugo", "iris", "jack");

    private static final List<String> TABLES = List.of("version", "presentity", "active_watchers", "watchers", "xcap");
    private static final int FIRST_NUMBER = 6001;
    private static final Duration LONG_RING = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofSeconds(15);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Authority authority;
    private final Path folder;
    private final int port;
    private final int tlsPort;
    private Process process;

    public Kamailio(Path folder) throws Exception {
        this(folder, LONG_RING);
    }

    /** What nobody answers within this time ends with 408. Returns when it answers. */
    public Kamailio(Path folder, Duration ring) throws Exception {
        this(folder, ring, true);
    }

    /** One that takes no connections but by TLS. */
    public static Kamailio ofDatagrams(Path folder) throws Exception {
        return new Kamailio(folder, LONG_RING, false);
    }

    private Kamailio(Path folder, Duration ring, boolean tcp) throws Exception {
        Files.createDirectories(folder);
        authority = new Authority(folder.resolve("ca"));
        authority.sign("server", DOMAIN, Instant.now().plus(365, ChronoUnit.DAYS));
        port = Ports.pair();
        tlsPort = port + 1;
        this.folder = folder;
        copyTables(folder.resolve("tables"));
        Files.writeString(folder.resolve("kamailio.cfg"), config(ring, tcp));
        process = started();
    }

    /** Empty ones, without which it gives no presence; it keeps what it knows in memory. */
    private static void copyTables(Path to) throws IOException {
        Files.createDirectories(to);
        for (String table : TABLES) {
            Path from = Path.of("/usr/share/kamailio/dbtext/kamailio", table);
            Files.copy(from, to.resolve(table), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Process started() throws Exception {
        Path run = Files.createDirectories(folder.resolve("run"));
        Process begun = Children.start(new ProcessBuilder(
                        Part.find("kamailio").orElseThrow().toString(),
                        "-DD",
                        "-E",
                        "-m",
                        "64",
                        "-M",
                        "8",
                        "-f",
                        folder.resolve("kamailio.cfg").toString(),
                        "-Y",
                        run.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()));
        try {
            Ports.awaitAnswer(tlsPort, "kamailio");
            new Await().until("kamailio answers OPTIONS", START, this::answers);
            return begun;
        } catch (AssertionError | Exception e) {
            ended(begun);
            throw new AssertionError("kamailio did not start: " + Files.readString(folder.resolve("log")), e);
        }
    }

    /** It is gone from one moment to the next, and with it all that it knew. */
    public void die() throws Exception {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** It hangs: nothing is answered and no connection ends. */
    public void hang() throws Exception {
        signal("STOP");
    }

    /** Goes on after {@link #hang}, with all that it knew and all that came meanwhile. */
    public void goOn() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name, String.valueOf(process.pid())));
        process.descendants().forEach(one -> command.add(String.valueOf(one.pid())));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill ended with " + code);
        }
    }

    /** Comes back at the same ports after {@link #die}, and knows nobody. */
    public void comeBack() throws Exception {
        process = started();
    }

    private String config(Duration ring, boolean tcp) throws IOException {
        try (InputStream in = Kamailio.class.getResourceAsStream("kamailio.cfg")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("listen=tcp:", tcp ? "listen=tcp:" : "# no listen=tcp:")
                    .replace("@PORT@", String.valueOf(port))
                    .replace("@TLS_PORT@", String.valueOf(tlsPort))
                    .replace("@RING_MS@", String.valueOf(ring.toMillis()))
                    .replace("@CERTIFICATE@", authority.chain("server").toString())
                    .replace("@KEY@", authority.key("server").toString())
                    .replace("@TABLES@", folder.resolve("tables").toString())
                    .replace("@NUMBERS@", numbers())
                    .replace("@USERS@", String.join("|", USERS));
        }
    }

    private static String numbers() {
        return IntStream.range(0, USERS.size())
                .mapToObj(i -> "\tif ($rU == \"" + (FIRST_NUMBER + i) + "\") { $rU = \"" + USERS.get(i) + "\"; }")
                .collect(Collectors.joining("\n"));
    }

    /** Asks by UDP; what is not ready does not answer, or refuses. */
    private boolean answers() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
            String options = """
                    OPTIONS sip:localhost SIP/2.0
                    Via: SIP/2.0/UDP 127.0.0.1:%1$d;branch=z9hG4bK%1$d
                    From: <sip:test@localhost>;tag=%1$d
                    To: <sip:localhost>
                    Call-ID: start-%1$d
                    CSeq: 1 OPTIONS
                    Max-Forwards: 70
                    Content-Length: 0

                    """.formatted(socket.getLocalPort()).replace("\n", "\r\n");
            byte[] octets = options.getBytes(StandardCharsets.US_ASCII);
            socket.setSoTimeout(200);
            socket.send(new DatagramPacket(octets, octets.length, HERE, port));
            DatagramPacket answer = new DatagramPacket(new byte[2_000], 2_000);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII)
                    .startsWith("SIP/2.0 200");
        } catch (SocketTimeoutException silent) {
            return false;
        }
    }

    /** UDP and TCP. */
    public int port() {
        return port;
    }

    public int tlsPort() {
        return tlsPort;
    }

    /** Whom to trust. */
    public Path trust() {
        return authority.certificate();
    }

    public static String password(String user) {
        return "secret-" + user;
    }

    /** The extension of somebody: 6001 for the first one. */
    public static String number(String user) {
        return String.valueOf(FIRST_NUMBER + USERS.indexOf(user));
    }

    /** {@code sip:NAME@localhost}. */
    public static String address(String userOrNumber) {
        return "sip:" + userOrNumber + "@" + DOMAIN;
    }

    private static void ended(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws Exception {
        ended(process);
    }
}
