package org.lamplight.xmpp.jingle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jivesoftware.smack.ConnectionConfiguration;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.chat.files.FileCarrier;
import org.lamplight.core.Threads;
import org.lamplight.lab.Await;
import org.lamplight.lab.HostilePeer;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.XmppAt;
import org.lamplight.office.xmpp.xml.Element;
import org.lamplight.xmpp.login.Certificates;

/** Ada, to whom everybody at another domain offers files, over a stream to an office. */
final class OfferedTo implements AutoCloseable {
    /** The only one there whom she knows. */
    static final String FRIEND = "friend@evil.localhost/x";

    private static final Duration SOON = Duration.ofSeconds(20);

    private final OfficeServer server;
    private final HostilePeer peer;
    private final XMPPTCPConnection connection;
    private final ExecutorService workers = Threads.pool("offered");
    private final ScheduledExecutorService clock = Threads.single("offered-clock");
    private final Await happened = new Await();
    private final List<HostileOfferTest.Offered> offered = new CopyOnWriteArrayList<>();
    private final List<String> withdrawn = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final JingleFiles files;

    /** {@code near}: whether she takes the server for one on her own machine. */
    OfferedTo(Path folder, Patience patience, boolean near) throws Exception {
        server = new OfficeServer(Files.createTempDirectory(folder, "server"));
        peer = HostilePeer.at(server);
        peer.listen(stanza -> happened.look());
        connection = new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(XmppAt.DOMAIN)
                .setHostAddress(java.net.InetAddress.getLoopbackAddress())
                .setPort(server.port())
                .setUsernameAndPassword("ada", XmppAt.password("ada"))
                .setHostnameVerifier((host, session) -> host.equals(XmppAt.DOMAIN))
                .setCustomX509TrustManager(Certificates.trusted(Optional.of(server.trust())))
                .setSecurityMode(ConnectionConfiguration.SecurityMode.required)
                .build());
        JingleFiles.teachReaders();
        files = new JingleFiles(
                () -> connection, workers, clock, false, () -> near, OfferedTo::standing, new Ear(), patience);
        connection.connect().login();
        files.attach(connection);
        files.began();
        DiscoverInfo question = DiscoverInfo.builder(connection)
                .to(JidCreate.from(HostilePeer.DOMAIN))
                .build();
        connection.sendStanza(question);
    }

    private static Standing standing(Jid who) {
        String address = who.toString();
        if (address.equals(FRIEND)) {
            return Standing.CONTACT;
        }
        return who.hasLocalpart() && !address.startsWith("room@") ? Standing.STRANGER : Standing.NOBODY;
    }

    private final class Ear implements JingleFiles.Ear {
        @Override
        public void offered(String from, String url, String name, String words, long size, String type) {
            offered.add(new HostileOfferTest.Offered(from, url, name));
            happened.look();
        }

        @Override
        public void taken(String url) {
            happened.look();
        }

        @Override
        public void withdrawn(String url, String why) {
            withdrawn.add(why);
            happened.look();
        }
    }

    /** A question to her, of somebody there. */
    void hears(String who, String content) throws Exception {
        peer.send("<iq from='" + who + "' to='TO' type='set' id='q" + ids.incrementAndGet() + "'>" + content + "</iq>");
    }

    void hearsJingle(String who, String action, String sid, String content) throws Exception {
        String part = content.startsWith("<reason")
                ? content
                : "<content creator='initiator' name='f'>" + content + "</content>";
        hears(who, "<jingle xmlns='urn:xmpp:jingle:1' action='" + action + "' sid='" + sid + "'>" + part + "</jingle>");
    }

    /** The next of what she says in which this stands; what she says before it is not looked at again. */
    Element says(String what) throws Exception {
        return peer.hears(what, SOON);
    }

    /** How often she said something in which this stands to somebody, so far; of what was not looked at yet. */
    long saidTo(String who, String what) {
        return peer.heard().stream()
                .filter(stanza -> who.equals(stanza.attribute("to")))
                .filter(stanza -> stanza.toString().contains(what))
                .count();
    }

    void until(String what, Callable<Boolean> holds) throws Exception {
        happened.until(what, SOON, holds);
    }

    List<HostileOfferTest.Offered> offered() {
        return offered;
    }

    List<String> withdrawn() {
        return withdrawn;
    }

    /** Wants the file, once it is offered. */
    CompletableFuture<@Nullable String> takes(String who, String sid, Path into) throws Exception {
        String url = "xmpp:" + who + "?jingle;sid=" + sid;
        until("the offer", () -> offered.stream().anyMatch(one -> one.url().equals(url)));
        return files.take(url, into, Long.MAX_VALUE, new Unheard());
    }

    /** Nobody looks how far it is. */
    private static final class Unheard implements FileCarrier.Progress {
        @Override
        public void moved(long done, long total) {}

        @Override
        public void direct() {}

        @Override
        public void finished(@Nullable String result) {}

        @Override
        public void failed(String sentence, boolean mayPass) {}
    }

    @Override
    public void close() throws Exception {
        files.close();
        connection.disconnect();
        workers.shutdown();
        clock.shutdown();
        server.close();
    }
}
