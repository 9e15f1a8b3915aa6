package org.lamplight.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real telephone without a sound card, baresip, of somebody at a {@link Kamailio}: it says something like speech, and
 * what it hears is kept. From any thread.
 */
public final class Baresip implements AutoCloseable {
    /** RTP packets of a call. */
    public record Packets(long sent, long received) {}

    /** The file in its folder that it plays into each call. */
    static final String SAYS = "says.wav";

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int PACKET_MS = 20;

    private final Path folder;
    private final String user;
    private final int port;
    private final BaresipKind kind;
    private final Process process;
    private final BaresipControl control;

    /** Starts one of {@link Kamailio#USERS} and returns when the registrar has said yes or no. */
    public Baresip(Path folder, Kamailio server, String user, BaresipKind kind) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.user = user;
        this.port = Ports.pair();
        this.kind = kind;
        int controlPort = Ports.free(1).get(0);
        kind.says().write(folder.resolve(SAYS), BaresipKind.RATE);
        Files.writeString(folder.resolve("config"), kind.config(folder, server, port, controlPort));
        Files.writeString(folder.resolve("accounts"), kind.account(server, user));
        Files.writeString(folder.resolve("contacts"), "");
        process = Children.start(
                new ProcessBuilder(Part.find("baresip").orElseThrow().toString(), "-f", folder.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile()));
        try {
            control = new BaresipControl(controlPort, user, this::happened);
            new Await().until(user + " is registered or refused", SOON, () -> isRegistered() || isRefused());
        } catch (AssertionError | Exception e) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the telephone of " + user + " did not start: " + told(), e);
        }
    }

    /** A hold takes the player away and with it the source on the other end of the bridge: both are put back in turn. */
    private void happened(BaresipEvent event) {
        if (kind.echoes() && event.type().equals("CALL_REMOTE_SDP") && isTalking()) {
            control.tell("ausrc", "aufile," + folder.resolve(SAYS));
            control.tell("auplay", BaresipKind.BRIDGE);
            control.tell("ausrc", BaresipKind.BRIDGE);
        }
    }

    private boolean isTalking() {
        return control.events().stream()
                        .filter(event -> event.type().equals("CALL_ESTABLISHED"))
                        .count()
                > control.events().stream()
                        .filter(event -> event.type().equals("CALL_CLOSED"))
                        .count();
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** All that it wrote to its console. */
    public String told() throws IOException {
        return Files.readString(log(), StandardCharsets.ISO_8859_1);
    }

    public boolean isRegistered() throws IOException {
        return told().contains("200 OK");
    }

    /** The registrar would not have it, or was not reached. */
    public boolean isRefused() throws IOException {
        return told().contains("reg: " + Kamailio.address(user)) && !isRegistered();
    }

    /** {@code sip:NAME@localhost}. */
    public String address() {
        return Kamailio.address(user);
    }

    /** Where it takes requests by UDP and TCP without any proxy; one higher by TLS. */
    public int port() {
        return port;
    }

    public void dial(String address) throws Exception {
        control.command("dial", address);
    }

    /** Answers what rings. */
    public void accept() throws Exception {
        control.command("accept");
    }

    /** Ends the call, or refuses what rings. */
    public void hangup() throws Exception {
        control.command("hangup");
    }

    /** Returns once the peer has agreed: what is asked of it before that ends the call. */
    public void hold() throws Exception {
        long before = agreements();
        control.command("hold");
        new Await().until(user + " holds", SOON, () -> agreements() > before);
    }

    private long agreements() {
        return events().stream()
                .filter(event -> event.type().equals("CALL_REMOTE_SDP"))
                .count();
    }

    public void resume() throws Exception {
        control.command("resume");
    }

    /** Sends the peer there (RFC 3515), without asking that one. */
    public void transfer(String address) throws Exception {
        control.command("transfer", address);
    }

    /** Presses keys one after the other, as events of RFC 4733; returns before they are sent. They go as long as it says something. */
    public void press(String keys) throws Exception {
        control.command("sndcode", keys);
    }

    /** Any other command of its long ones; returns what it says to it. */
    public String command(String name, String... parameters) throws Exception {
        return control.command(name, parameters);
    }

    /** The next event of this type that nobody waited for yet, by baresip's names such as {@code CALL_RINGING}. */
    public BaresipEvent await(String type) throws Exception {
        return control.await(type, SOON);
    }

    /** Waits for a call and returns the address of who calls; who answers at once tells only that a call is established. */
    public String awaitIncoming() throws Exception {
        return await("CALL_INCOMING").peer();
    }

    public void awaitRinging() throws Exception {
        await("CALL_RINGING");
    }

    public void awaitEstablished() throws Exception {
        await("CALL_ESTABLISHED");
    }

    /** Waits for the end of a call and returns its reason, such as {@code 486 Busy Here}. */
    public String awaitClosed() throws Exception {
        return await("CALL_CLOSED").parameter();
    }

    /** Waits for as many keys as the peer pressed, and returns them. */
    public String awaitKeys(int count) throws Exception {
        StringBuilder keys = new StringBuilder();
        while (keys.length() < count) {
            keys.append(await("CALL_DTMF_START").parameter());
        }
        return keys.toString();
    }

    /** How many packets of sound it sent and received in this call so far. */
    public Packets packets() throws Exception {
        String figures = control.command("audio_debug");
        return new Packets(figure(figures, "packets="), figure(figures, "rcvd="));
    }

    /** Waits until so much sound came in this call, or since {@code before}. */
    public void awaitSound(Duration length, Packets before) throws Exception {
        long wanted = before.received() + length.toMillis() / PACKET_MS;
        new Await()
                .until(
                        user + " hears " + length.toMillis() + " ms",
                        SOON,
                        () -> packets().received() >= wanted);
    }

    public void awaitSound(Duration length) throws Exception {
        awaitSound(length, new Packets(0, 0));
    }

    private static long figure(String figures, String name) {
        int at = figures.indexOf(name);
        return at < 0 ? 0 : Long.parseLong(figures.substring(at + name.length()).split("\\D", 2)[0]);
    }

    /** Every event so far. */
    public List<BaresipEvent> events() {
        return control.events();
    }

    /** What it says in each call from its beginning. */
    public Heard says() {
        return kind.says();
    }

    /** What it heard in its newest call, which must have ended. */
    public Heard heard() throws Exception {
        // It tells of the end first and closes its files then; what answers a command has done both
        control.command("reginfo");
        // An echo says what it hears, and only the recording of what is said outlives a hold
        String kept = kind.echoes() ? "-enc.wav" : "-dec.wav";
        try (Stream<Path> files = Files.list(folder)) {
            Path newest = files.filter(file -> file.toString().endsWith(kept))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IOException(user + " has heard nothing"));
            return Heard.read(newest);
        }
    }

    @Override
    public void close() throws Exception {
        control.close();
        process.destroy();
        if (!process.waitFor(3, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
