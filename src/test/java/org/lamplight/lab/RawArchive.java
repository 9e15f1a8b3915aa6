package org.lamplight.lab;

import java.io.InputStream;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.mam.MamManager;
import org.jxmpp.jid.impl.JidCreate;

/** What a server's archives (XEP-0313) hold, as they say it themselves: nothing left out, joined or sorted. Blocking. */
public final class RawArchive implements AutoCloseable {
    private static final int PAGE = 250;
    private static final int PATIENCE_MS = 30_000;

    private final XMPPTCPConnection connection;

    /** Signs in as this user, unseen by anybody. */
    public RawArchive(XmppAt server, String user) throws Exception {
        LightClient.setUpLibrary();
        connection = new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(XmppAt.DOMAIN)
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setUsernameAndPassword(user, XmppAt.password(user))
                .setResource("archivist")
                .setSendPresence(false)
                .setCompressionEnabled(false)
                .setCustomX509TrustManager(trusting(server))
                .build());
        connection.setReplyTimeout(PATIENCE_MS);
        connection.connect().login();
    }

    private static X509TrustManager trusting(XmppAt server) throws Exception {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (InputStream pem = Files.newInputStream(server.trust())) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                known.setCertificateEntry("trusted" + known.size(), each);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /** All that the room's archive has with a text, oldest first. */
    public List<String> ofRoom(String room) throws Exception {
        return all(
                MamManager.getInstanceFor(connection, JidCreate.from(room)),
                MamManager.MamQueryArgs.builder().setResultPageSize(PAGE).build());
    }

    /** All that the own archive has with a text, from or to this person, oldest first. */
    public List<String> with(String person) throws Exception {
        return all(
                MamManager.getInstanceFor(connection),
                MamManager.MamQueryArgs.builder()
                        .limitResultsToJid(JidCreate.from(person))
                        .setResultPageSize(PAGE)
                        .build());
    }

    private static List<String> all(MamManager archive, MamManager.MamQueryArgs wanted) throws Exception {
        MamManager.MamQuery query = archive.queryArchive(wanted);
        List<Message> found = new ArrayList<>(query.getMessages());
        while (!query.isComplete()) {
            found.addAll(query.pageNext(PAGE));
        }
        return found.stream()
                .map(Message::getBody)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
