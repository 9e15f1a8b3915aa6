package org.lamplight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * A telephone and registrar that does what a test says, on plain sockets: it knows nothing but text. REGISTER is answered by
 * {@link #registrar}; all else waits until the test takes it.
 */
public final class SipPeer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How REGISTER is answered; null: not at all. */
    public interface Registrar {
        String answer(SipText register);
    }

    private final Await await = new Await();
    private final List<SipText> received = new CopyOnWriteArrayList<>();
    private final List<SipText> registers = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger beats = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final String transport;
    private final DatagramSocket datagrams;
    private ServerSocket server;
    private volatile boolean hangsUp;
    private volatile Registrar registrar = register -> reply(register, 200, contacts(register) + ";expires=600", "");

    private SipPeer(String transport, DatagramSocket datagrams, ServerSocket server) {
        this.transport = transport;
        this.datagrams = datagrams;
        this.server = server;
    }

    private static String contacts(SipText register) {
        return "Contact: <" + register.contact() + ">";
    }

    public static SipPeer udp() throws IOException {
        return udp("127.0.0.1");
    }

    public static SipPeer udp(String address) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0));
        SipPeer peer = new SipPeer("UDP", socket, null);
        run(peer::hear);
        return peer;
    }

    /** By datagrams, and at the same port by TCP. */
    public static SipPeer both() throws IOException {
        while (true) {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            try {
                DatagramSocket socket = new DatagramSocket(server.getLocalSocketAddress());
                SipPeer peer = new SipPeer("UDP", socket, server);
                run(peer::hear);
                run(() -> peer.accept(server));
                return peer;
            } catch (BindException taken) {
                server.close();
            }
        }
    }

    public static SipPeer tcp() throws IOException {
        return stream("TCP", new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    public static SipPeer tls(SSLContext context) throws IOException {
        return stream(
                "TLS", context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    private static SipPeer stream(String transport, ServerSocket server) {
        SipPeer peer = new SipPeer(transport, null, server);
        run(() -> peer.accept(server));
        return peer;
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "sip-peer");
        thread.setDaemon(true);
        thread.start();
    }

    // ---- hearing

    private void hear() {
        byte[] buffer = new byte[65_536];
        while (!datagrams.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                if (text.isBlank()) {
                    beats.incrementAndGet();
                    await.look();
                } else {
                    take(SipText.of(text, new DatagramWay(packet.getSocketAddress())));
                }
            } catch (IOException closed) {
                return;
            } catch (RuntimeException unreadable) {
                unreadable.printStackTrace();
            }
        }
    }

    private final class DatagramWay implements SipText.Way {
        private final SocketAddress to;

        DatagramWay(SocketAddress to) {
            this.to = to;
        }

        @Override
        public void send(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            datagrams.send(new DatagramPacket(bytes, bytes.length, to));
        }

        @Override
        public String peer() {
            return to.toString().replaceFirst(".*/", "");
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket connection = from.accept();
                if (hangsUp) {
                    hangUp(connection);
                    continue;
                }
                connections.add(connection);
                run(() -> read(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void hangUp(Socket connection) throws IOException {
        try (connection) {
            connection.getInputStream().read();
        }
    }

    private void read(Socket connection) {
        SipText.Way way = new SipText.Way() {
            @Override
            public synchronized void send(String text) throws IOException {
                connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                connection.getOutputStream().flush();
            }

            @Override
            public String peer() {
                return connection.getRemoteSocketAddress().toString().replaceFirst(".*/", "");
            }
        };
        try {
            InputStream in = connection.getInputStream();
            while (true) {
                StringBuilder head = new StringBuilder();
                while (head.indexOf("\r\n\r\n") < 0) {
                    int c = in.read();
                    if (c < 0) {
                        return;
                    }
                    head.append((char) c);
                    if (head.toString().equals("\r\n\r\n")) {
                        beats.incrementAndGet();
                        connection.getOutputStream().write("\r\n".getBytes(StandardCharsets.UTF_8));
                        head.setLength(0);
                    }
                }
                SipText message = SipText.of(head.toString().stripLeading(), way);
                int length =
                        Integer.parseInt(message.get("Content-Length").isEmpty() ? "0" : message.get("Content-Length"));
                byte[] body = in.readNBytes(length);
                take(new SipText(message.start(), message.headers(), new String(body, StandardCharsets.UTF_8), way));
            }
        } catch (IOException closed) {
            connections.remove(connection);
        }
    }

    private void take(SipText message) {
        if (message.isRequest() && message.method().equals("REGISTER")) {
            registers.add(message);
            Registrar answering = registrar;
            String answer = answering == null ? null : answering.answer(message);
            if (answer != null) {
                send(message, answer);
            }
        } else {
            received.add(message);
        }
        await.look();
    }

    // ---- what a test asks

    public void registrar(Registrar how) {
        registrar = how;
    }

    public int port() {
        return datagrams != null ? datagrams.getLocalPort() : server.getLocalPort();
    }

    public String host() {
        return datagrams != null ? datagrams.getLocalAddress().getHostAddress() : "127.0.0.1";
    }

    public String place() {
        return host() + ':' + port();
    }

    public List<SipText> registers() {
        return registers;
    }

    public int beats() {
        return beats.get();
    }

    public Await await() {
        return await;
    }

    /** How many connections are open. */
    public int connections() {
        return connections.size();
    }

    /** From now on it takes connections, and closes each one as soon as something comes. */
    public void hangUp() {
        hangsUp = true;
    }

    /** Cuts all connections. */
    public void cut() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
        connections.clear();
    }

    /** Waits for the next REGISTER that has come as the {@code count}th. */
    public SipText register(int count) throws Exception {
        await.until("REGISTER " + count, PATIENCE, () -> registers.size() >= count);
        return registers.get(count - 1);
    }

    /** Takes the first such message that has come, or comes. */
    public SipText take(String what, Predicate<SipText> wanted) throws Exception {
        SipText[] found = new SipText[1];
        try {
            await.until(what, PATIENCE, () -> {
                Optional<SipText> first = received.stream().filter(wanted).findFirst();
                first.ifPresent(message -> found[0] = message);
                return first.isPresent();
            });
        } catch (AssertionError missing) {
            throw new AssertionError(missing.getMessage() + "; there are "
                    + received.stream().map(SipText::start).toList());
        }
        received.remove(found[0]);
        return found[0];
    }

    public SipText request(String method) throws Exception {
        return take(method, message -> message.isRequest() && message.method().equals(method));
    }

    public SipText response(int code) throws Exception {
        return take(code + "", message -> message.code() == code);
    }

    /** The response to a request with this number. */
    public SipText response(int code, String cseq) throws Exception {
        return take(
                code + " to " + cseq,
                message -> message.code() == code && message.get("CSeq").equals(cseq));
    }

    public boolean has(Predicate<SipText> wanted) {
        return received.stream().anyMatch(wanted);
    }

    public void forget(Predicate<SipText> unwanted) {
        received.removeIf(unwanted);
    }

    // ---- saying

    public void send(SipText back, String text) {
        try {
            back.way().send(text);
        } catch (Exception gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** Sends to a telephone by datagram. */
    public void send(String host, int port, String text) {
        try {
            new DatagramWay(new InetSocketAddress(host, port)).send(text);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** Answers a request. */
    public void answer(SipText request, int code, String headers, String body) {
        send(request, reply(request, code, headers, body));
    }

    /** A response; {@code headers} are lines, a {@code To-Tag:} among them becomes the tag of To. */
    public String reply(SipText request, int code, String headers, String body) {
        StringBuilder text = new StringBuilder("SIP/2.0 " + code + " Answer\r\n");
        String peer = request.way().peer();
        request.all("Via")
                .forEach(via -> text.append("Via: ")
                        .append(via.replaceFirst(
                                ";rport(?!=)",
                                ";rport=" + peer.replaceFirst(".*:", "") + ";received="
                                        + peer.replaceFirst(":\\d+$", "")))
                        .append("\r\n"));
        text.append("From: ").append(request.get("From")).append("\r\n");
        String tag = headers.contains("To-Tag: ") ? headers.replaceFirst("(?s).*To-Tag: (\\S+).*", "$1") : "there";
        String to = request.get("To");
        text.append("To: ")
                .append(to.contains("tag=") || code == 100 ? to : to + ";tag=" + tag)
                .append("\r\n");
        text.append("Call-ID: ").append(request.get("Call-ID")).append("\r\n");
        text.append("CSeq: ").append(request.get("CSeq")).append("\r\n");
        for (String line : headers.split("\r?\n")) {
            if (!line.isBlank() && !line.startsWith("To-Tag:")) {
                text.append(line).append("\r\n");
            }
        }
        return ended(text, body);
    }

    private static String ended(StringBuilder text, String body) {
        if (!body.isEmpty() && text.indexOf("Content-Type:") < 0) {
            text.append("Content-Type: application/sdp\r\n");
        }
        text.append("Content-Length: ")
                .append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n");
        return text.append(body).toString();
    }

    public String contactLine() {
        return "Contact: <sip:peer@" + place()
                + (transport.equals("UDP") ? "" : ";transport=" + transport.toLowerCase()) + ">";
    }

    /** A request. Headers hold From, To, Call-ID. */
    public String request(String method, String uri, int cseq, String headers, String body) {
        StringBuilder text = new StringBuilder(method + ' ' + uri + " SIP/2.0\r\n");
        text.append("Via: SIP/2.0/").append(transport).append(' ').append(place());
        text.append(";rport;branch=z9hG4bKpeer")
                .append(System.nanoTime())
                .append(numbers.incrementAndGet())
                .append("\r\n");
        text.append("Max-Forwards: 70\r\nCSeq: ")
                .append(cseq)
                .append(' ')
                .append(method)
                .append("\r\n");
        for (String line : headers.split("\r?\n")) {
            if (!line.isBlank()) {
                text.append(line).append("\r\n");
            }
        }
        return ended(text, body);
    }

    /** A description with PCMU, and telephone-event where wanted. */
    public static String sdp(int version, String direction) {
        return "v=0\r\no=peer 1 " + version + " IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + "m=audio 9 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\na=" + direction + "\r\n";
    }

    @Override
    public void close() throws IOException {
        if (datagrams != null) {
            datagrams.close();
        }
        if (server != null) {
            server.close();
        }
        cut();
    }

    /** Ends listening, but not the test's hope: {@link #reopen} comes back at the same port. */
    public void shut() throws IOException {
        server.close();
        cut();
    }

    /** Again, or for the first time where it took datagrams alone. */
    public void reopen() throws IOException {
        ServerSocket next = new ServerSocket();
        next.setReuseAddress(true);
        next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        server = next;
        run(() -> accept(next));
    }

    List<SipText> all() {
        return new ArrayList<>(received);
    }
}
