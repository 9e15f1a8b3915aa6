package org.lamplight.office.sip;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;

/** A telephone made of strings. What comes waits until a test asks for it; a test waits ten seconds at most. */
final class RawPhone implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String user;
    private final String password;
    private final int serverPort;
    private final DatagramSocket datagrams;
    private final Socket stream;
    private final LinkedBlockingQueue<Text> came = new LinkedBlockingQueue<>();
    private final List<Text> kept = new ArrayList<>();
    private int cseq;

    private RawPhone(String user, String password, int serverPort, DatagramSocket datagrams, Socket stream) {
        this.user = user;
        this.password = password;
        this.serverPort = serverPort;
        this.datagrams = datagrams;
        this.stream = stream;
        Thread reader = new Thread(stream == null ? this::readDatagrams : this::readStream, "raw-phone");
        reader.setDaemon(true);
        reader.start();
    }

    static RawPhone udp(String user, int port) throws IOException {
        return udp(user, "secret-" + user, port);
    }

    static RawPhone udp(String user, String password, int port) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new RawPhone(user, password, port, socket, null);
    }

    static RawPhone over(Socket socket, String user) {
        return new RawPhone(user, "secret-" + user, socket.getPort(), null, socket);
    }

    static RawPhone tcp(String user, int port) throws IOException {
        return over(new Socket("127.0.0.1", port), user);
    }

    String transport() {
        return stream == null ? "UDP" : stream instanceof SSLSocket ? "TLS" : "TCP";
    }

    int port() {
        return stream == null ? datagrams.getLocalPort() : stream.getLocalPort();
    }

    String contact() {
        String kind = stream == null ? "" : ";transport=" + transport().toLowerCase(Locale.ROOT);
        return "sip:" + user + "@127.0.0.1:" + port() + kind;
    }

    private void readDatagrams() {
        byte[] buffer = new byte[65_535];
        while (!datagrams.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                came.add(Text.of(buffer, packet.getLength()));
            } catch (IOException end) {
                return;
            }
        }
    }

    private void readStream() {
        try {
            InputStream in = new BufferedInputStream(stream.getInputStream());
            while (true) {
                ByteArrayOutputStream head = new ByteArrayOutputStream();
                while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                    int octet = in.read();
                    if (octet < 0) {
                        came.add(new Text("END", List.of(), ""));
                        return;
                    }
                    head.write(octet);
                    if (head.size() == 2
                            && head.toString(StandardCharsets.UTF_8).equals("\r\n")) {
                        came.add(new Text("PONG", List.of(), ""));
                        head.reset();
                    }
                }
                Text text = Text.of(head.toByteArray(), head.size());
                byte[] body = in.readNBytes(Integer.parseInt(text.one("Content-Length")));
                came.add(new Text(text.start(), text.headers(), new String(body, StandardCharsets.UTF_8)));
            }
        } catch (IOException end) {
            came.add(new Text("END", List.of(), ""));
        }
    }

    void send(byte[] octets) throws IOException {
        if (stream == null) {
            datagrams.send(new DatagramPacket(octets, octets.length, InetAddress.getLoopbackAddress(), serverPort));
        } else {
            stream.getOutputStream().write(octets);
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next that fits, whether it has come before or comes now; the others stay. */
    Text await(Predicate<Text> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        for (Text text : kept) {
            if (wanted.test(text)) {
                kept.remove(text);
                return text;
            }
        }
        while (true) {
            Text text = came.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (text == null) {
                throw new AssertionError(user + " waits in vain; there came " + kept);
            }
            if (wanted.test(text)) {
                return text;
            }
            kept.add(text);
        }
    }

    Text awaitCode(int code, String method) throws InterruptedException {
        return await(text -> text.code() == code && text.method().equals(method));
    }

    /** The next final answer. */
    Text awaitFinal(String method) throws InterruptedException {
        return await(text -> text.code() >= 200 && text.method().equals(method));
    }

    Text awaitRequest(String method) throws InterruptedException {
        return await(text -> !text.isResponse() && text.method().equals(method));
    }

    static String unique() {
        return "x" + COUNT.incrementAndGet() + "y" + System.nanoTime();
    }

    String via() {
        return "Via: SIP/2.0/" + transport() + " 127.0.0.1:" + port() + ";branch=z9hG4bK" + unique() + ";rport\r\n";
    }

    static String sdp(int port) {
        return sdp(port, "sendrecv");
    }

    static String sdp(int port, String direction) {
        return "v=0\r\no=t 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + port
                + " RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\na=" + direction
                + "\r\n";
    }

    static String withBody(String type, String body) {
        String head = body.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
        return head + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** A request out of a dialog, without its end. */
    String request(String method, String uri, String callId, String tag, String more) {
        cseq++;
        String to = method.equals("REGISTER") ? "sip:" + user + "@localhost" : uri;
        return method + " " + uri + " SIP/2.0\r\n" + via() + "From: \"" + user + "\" <sip:" + user
                + "@localhost>;tag=" + tag + "\r\nTo: <" + to + ">\r\nCall-ID: " + callId + "\r\nCSeq: " + cseq + " "
                + method + "\r\nMax-Forwards: 70\r\nContact: <" + contact() + ">\r\n" + more;
    }

    /** Asks, answers the challenge, and gives the text that was sent at last. */
    String ask(String method, String uri, String more, String end) throws Exception {
        return ask(method, uri, more, end, "SHA-256");
    }

    String ask(String method, String uri, String more, String end, String algorithm) throws Exception {
        String callId = unique();
        String tag = unique();
        send(request(method, uri, callId, tag, more) + end);
        Text challenge = await(text ->
                (text.code() == 401 || text.code() == 407) && text.callId().equals(callId));
        if (method.equals("INVITE")) {
            send(ackRefused(challenge, uri));
        }
        String again =
                request(method, uri, callId, tag, more + credentials(challenge, method, uri, algorithm, 1)) + end;
        send(again);
        return again;
    }

    private String ackRefused(Text refusal, String uri) {
        return "ACK " + uri + " SIP/2.0\r\nVia: " + refusal.one("Via") + "\r\nFrom: " + refusal.one("From") + "\r\nTo: "
                + refusal.one("To") + "\r\nCall-ID: " + refusal.callId() + "\r\nCSeq: "
                + refusal.cseq().replace("INVITE", "ACK") + "\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
    }

    String credentials(Text challenge, String method, String uri, String algorithm, int count) throws Exception {
        boolean registrar = challenge.code() == 401;
        String offer = challenge.all(registrar ? "WWW-Authenticate" : "Proxy-Authenticate").stream()
                .filter(value -> value.contains("algorithm=" + algorithm + ","))
                .findFirst()
                .orElseThrow();
        return (registrar ? "Authorization: " : "Proxy-Authorization: ")
                + digest(offer.replaceAll(".*nonce=\"([^\"]*)\".*", "$1"), method, uri, algorithm, count) + "\r\n";
    }

    String digest(String nonce, String method, String uri, String algorithm, int count) throws Exception {
        String nc = String.format("%08x", count);
        String secret = hash(algorithm, user + ":localhost:" + password);
        String response =
                hash(algorithm, secret + ":" + nonce + ":" + nc + ":abc:auth:" + hash(algorithm, method + ":" + uri));
        return "Digest username=\"" + user + "\", realm=\"localhost\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", response=\"" + response + "\", algorithm=" + algorithm + ", cnonce=\"abc\", qop=auth, nc=" + nc;
    }

    private static String hash(String algorithm, String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Registers, and waits until that is done. */
    Text register() throws Exception {
        return register("Expires: 600\r\n", "SHA-256");
    }

    Text register(String more, String algorithm) throws Exception {
        ask("REGISTER", "sip:localhost", "", more + withBody("", ""), algorithm);
        return awaitFinal("REGISTER");
    }

    /** Invites and leaves the answers to the test; what was sent is needed for {@link #cancel}. */
    String invite(String uri, String description) throws Exception {
        return ask("INVITE", uri, "", withBody("application/sdp", description));
    }

    /** Takes an invitation back. */
    void cancel(String invitation) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : invitation.split("\r\n\r\n", 2)[0].split("\r\n", -1)) {
            if (line.matches("(INVITE|Via:|From:|To:|Call-ID:|Max-Forwards:|CSeq:).*")) {
                text.append(line.replace("INVITE", "CANCEL")).append("\r\n");
            }
        }
        send(text + "Content-Length: 0\r\n\r\n");
    }

    /** Answers a request; {@code more} are headers. */
    Text answer(Text request, int code, String tag, String more, String description) throws IOException {
        StringBuilder text = new StringBuilder("SIP/2.0 " + code + " As Told\r\n");
        request.all("Via").forEach(via -> text.append("Via: ").append(via).append("\r\n"));
        request.all("Record-Route")
                .forEach(step -> text.append("Record-Route: ").append(step).append("\r\n"));
        String to = request.one("To").contains(";tag=") || tag.isEmpty() ? "" : ";tag=" + tag;
        text.append("From: ")
                .append(request.one("From"))
                .append("\r\nTo: ")
                .append(request.one("To"))
                .append(to);
        text.append("\r\nCall-ID: ")
                .append(request.callId())
                .append("\r\nCSeq: ")
                .append(request.cseq());
        text.append("\r\nContact: <").append(contact()).append(">\r\n").append(more);
        String whole = text + withBody("application/sdp", description);
        send(whole);
        return Text.of(whole.getBytes(StandardCharsets.UTF_8), whole.getBytes(StandardCharsets.UTF_8).length);
    }

    /** A request in the dialog that an answer to our invitation made. */
    void inDialog(Text accepted, String method, String more, String end) throws IOException {
        List<String> routes = new ArrayList<>(accepted.all("Record-Route"));
        Collections.reverse(routes);
        within(method, accepted, accepted.one("From"), accepted.one("To"), routes, accepted.contact(), more + end);
    }

    /** A request in the dialog that we accepted. */
    void back(Text invite, Text answered, String method, String end) throws IOException {
        within(
                method,
                answered,
                answered.one("To"),
                answered.one("From"),
                invite.all("Record-Route"),
                invite.contact(),
                end);
    }

    private void within(
            String method, Text dialog, String from, String to, List<String> routes, String target, String end)
            throws IOException {
        boolean ack = method.equals("ACK");
        String number = ack ? dialog.cseq().split(" ", 2)[0] : String.valueOf(++cseq + 100);
        StringBuilder text = new StringBuilder(method + " " + target + " SIP/2.0\r\n" + via());
        routes.forEach(route -> text.append("Route: ").append(route).append("\r\n"));
        send(text + "From: " + from + "\r\nTo: " + to + "\r\nCall-ID: " + dialog.callId() + "\r\nCSeq: " + number + " "
                + method + "\r\nMax-Forwards: 70\r\nContact: <" + contact() + ">\r\n" + end);
    }

    static String nothing() {
        return withBody("", "");
    }

    void ack(Text accepted) throws IOException {
        inDialog(accepted, "ACK", "", nothing());
    }

    void bye(Text accepted) throws IOException {
        inDialog(accepted, "BYE", "", nothing());
    }

    @Override
    public void close() throws IOException {
        if (stream == null) {
            datagrams.close();
        } else {
            stream.close();
        }
    }
}
