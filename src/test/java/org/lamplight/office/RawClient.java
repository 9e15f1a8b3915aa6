package org.lamplight.office;

import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;
import org.lamplight.office.xmpp.xml.StanzaReader;
import org.lamplight.office.xmpp.xml.StreamException;

/** A client that sends what it is told and remembers what comes, for tests. */
final class RawClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Element> came = new ArrayList<>();
    private Socket socket;
    private OutputStream out;
    private boolean over;
    private int pings;
    private String jid = "";

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    static RawClient connect(Office office) throws IOException {
        return new RawClient(new Socket("127.0.0.1", office.xmppPort()));
    }

    static RawClient connectTls(Office office) throws Exception {
        SSLSocket socket =
                (SSLSocket) trusting(office).getSocketFactory().createSocket("127.0.0.1", office.xmppTlsPort());
        socket.startHandshake();
        return new RawClient(socket);
    }

    /** A session on the plain port, encrypted if the office wants it, without presence. */
    static RawClient session(Office office, String user, String resource) throws Exception {
        RawClient client = connect(office);
        Element features = client.open();
        if (features.find("starttls", Ns.TLS) != null) {
            client.startTls(office);
        }
        client.login(account(office, user), "SCRAM-SHA-256");
        client.bind(resource);
        return client;
    }

    /** A session that is available. */
    static RawClient online(Office office, String user, String resource) throws Exception {
        RawClient client = session(office, user, resource);
        client.send("<presence/>");
        client.sync();
        return client;
    }

    static OfficeAccount account(Office office, String user) {
        return office.accounts().stream()
                .filter(account -> account.address().startsWith(user + "@"))
                .findFirst()
                .orElseThrow();
    }

    static SSLContext trusting(Office office) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        byte[] pem = office.certificatePem().getBytes(StandardCharsets.US_ASCII);
        store.setCertificateEntry(
                "office", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Opens a stream and returns its features. */
    Element open() throws Exception {
        send("<stream:stream xmlns='jabber:client' xmlns:stream='" + Ns.STREAM + "' to='localhost' version='1.0'>");
        StanzaReader reader = new StanzaReader(socket.getInputStream(), 1 << 24);
        reader.open();
        Element features = reader.next();
        this.reader = reader;
        return features;
    }

    private StanzaReader reader;

    /** The next element, before the reading thread runs. */
    Element next() throws Exception {
        return reader.next();
    }

    Element startTls(Office office) throws Exception {
        send("<starttls xmlns='" + Ns.TLS + "'/>");
        if (!next().is("proceed", Ns.TLS)) {
            fail("STARTTLS was refused");
        }
        SSLSocket tls = (SSLSocket) trusting(office).getSocketFactory().createSocket(socket, "localhost", 0, true);
        tls.startHandshake();
        socket = tls;
        out = tls.getOutputStream();
        return open();
    }

    /** Logs in and opens the next stream; returns its features. */
    Element login(OfficeAccount account, String mechanism) throws Exception {
        Element answer = authenticate(account.address(), account.password(), mechanism);
        if (!answer.name().equals("success")) {
            fail("login failed: " + answer);
        }
        return open();
    }

    Element authenticate(String address, String password, String mechanism) throws Exception {
        String user = address.substring(0, address.indexOf('@'));
        if (mechanism.equals("PLAIN")) {
            send(auth(mechanism, "\0" + user + "\0" + password));
            return next();
        }
        ScramClient scram = new ScramClient(user, password, mechanism);
        send(auth(mechanism, scram.first()));
        Element challenge = next();
        if (!challenge.name().equals("challenge")) {
            return challenge;
        }
        send("<response xmlns='" + Ns.SASL + "'>" + base64(scram.last(decode(challenge.text()))) + "</response>");
        Element end = next();
        if (end.name().equals("success")) {
            scram.check(decode(end.text()));
        }
        return end;
    }

    private static String auth(String mechanism, String data) {
        return "<auth xmlns='" + Ns.SASL + "' mechanism='" + mechanism + "'>" + base64(data) + "</auth>";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    void bind(String resource) throws Exception {
        String wanted = resource.isEmpty() ? "" : "<resource>" + resource + "</resource>";
        send("<iq type='set' id='bind'><bind xmlns='" + Ns.BIND + "'>" + wanted + "</bind></iq>");
        jid = next().find("bind", Ns.BIND).find("jid", Ns.BIND).text();
        listen();
    }

    String jid() {
        return jid;
    }

    /** From now on what comes is remembered. */
    void listen() {
        Thread thread = new Thread(this::remember, "test-client");
        thread.setDaemon(true);
        thread.start();
    }

    private void remember() {
        try {
            for (Element element = reader.next(); element != null; element = reader.next()) {
                synchronized (came) {
                    came.add(element);
                    came.notifyAll();
                }
            }
        } catch (IOException | StreamException e) {
            // The test looks at what came before the end.
        } finally {
            synchronized (came) {
                over = true;
                came.notifyAll();
            }
        }
    }

    void send(String xml) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Waits for an element, and takes it out of what came. */
    Element await(String what, Predicate<Element> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (came) {
            while (true) {
                for (Element element : came) {
                    if (wanted.test(element)) {
                        came.remove(element);
                        return element;
                    }
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || over) {
                    return fail("no " + what + (over ? ", the stream has ended" : "") + "; came: " + came);
                }
                came.wait(left);
            }
        }
    }

    Element awaitPresence(String from, String type) throws InterruptedException {
        return await(
                "presence " + type + " of " + from,
                element -> element.name().equals("presence")
                        && element.attribute("from", "").startsWith(from)
                        && element.attribute("type", "").equals(type));
    }

    Element awaitBody(String from) throws InterruptedException {
        return await(
                "message of " + from,
                element -> element.attribute("from", "").startsWith(from) && element.childText("body") != null);
    }

    Element awaitEvent(String from, String node) throws InterruptedException {
        return await(node + " of " + from, element -> isEvent(element, from, node));
    }

    static boolean isEvent(Element element, String from, String node) {
        Element event = element.find("event", Ns.PUBSUB_EVENT);
        return event != null
                && element.attribute("from", "").equals(from)
                && event.find("items").attribute("node", "").equals(node);
    }

    /** Sends an IQ and waits for its answer. */
    Element ask(String type, String to, String payload) throws Exception {
        String id = "ask-" + ++pings;
        String address = to.isEmpty() ? "" : " to='" + to + "'";
        send("<iq type='" + type + "' id='" + id + "'" + address + ">" + payload + "</iq>");
        return await(
                "answer to " + payload, element -> element.attribute("id", "").equals(id));
    }

    /** Waits until the server has done all that was sent before: what shall have come has come. */
    void sync() throws Exception {
        ask("get", "localhost", "<ping xmlns='urn:xmpp:ping'/>");
    }

    /** Everything that came and was not waited for. */
    List<Element> came() {
        synchronized (came) {
            return List.copyOf(came);
        }
    }

    void forget() {
        synchronized (came) {
            came.clear();
        }
    }

    /** Says no more and waits for the server to end the stream too. */
    void awaitEndOrClose() throws Exception {
        socket.shutdownOutput();
        awaitEnd();
        socket.close();
    }

    void awaitEnd() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (came) {
            while (!over) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    fail("the stream goes on");
                }
                came.wait(left);
            }
        }
    }

    Element awaitStreamError(String condition) throws InterruptedException {
        Element error = await("stream error", element -> element.is("error", Ns.STREAM));
        if (error.find(condition, Ns.STREAM_ERRORS) == null) {
            fail("another stream error: " + error);
        }
        return error;
    }

    /** Breaks the connection without a word. */
    void cut() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        try {
            send("</stream:stream>");
        } catch (IOException e) {
            // It was over already.
        }
        socket.close();
    }
}
