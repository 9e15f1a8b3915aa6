package org.lamplight.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.tls.SelfSignedCertificate;
import org.lamplight.office.upload.FileShare;
import org.lamplight.office.upload.UploadLimits;
import org.lamplight.office.upload.UploadService;
import org.lamplight.office.xmpp.XmppServer;
import org.lamplight.office.xmpp.XmppSettings;
import org.lamplight.office.xmpp.rooms.Rooms;

/** The office's XMPP server by itself, without colleagues. */
public final class OfficeServer implements XmppAt {
    private final XmppServer server;
    private final Rooms rooms;
    private final @Nullable FileShare files;
    private final Path trust;

    public OfficeServer(Path folder) throws Exception {
        this(folder, SelfSignedCertificate.create(List.of(DOMAIN, "127.0.0.1")));
    }

    public OfficeServer(Path folder, SelfSignedCertificate certificate) throws Exception {
        this(folder, certificate, true);
    }

    /** One that takes no files (XEP-0363). */
    public static OfficeServer withoutUpload(Path folder) throws Exception {
        return new OfficeServer(folder, SelfSignedCertificate.create(List.of(DOMAIN, "127.0.0.1")), false);
    }

    private OfficeServer(Path folder, SelfSignedCertificate certificate, boolean upload) throws Exception {
        server = XmppServer.open(
                new XmppSettings(DOMAIN, 0, 0, certificate.serverContext(), true, true, Duration.ofSeconds(60)));
        rooms = Rooms.open(server);
        for (String user : USERS) {
            server.addAccount(user, XmppAt.password(user));
        }
        files = upload
                ? FileShare.open(DOMAIN, 0, certificate.serverContext(), UploadLimits.usual(), Clock.systemUTC())
                : null;
        if (files != null) {
            UploadService.open(server, files);
        }
        trust = Files.writeString(Files.createDirectories(folder).resolve("office.pem"), certificate.pem());
    }

    public XmppServer server() {
        return server;
    }

    public Rooms rooms() {
        return rooms;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public int tlsPort() {
        return server.tlsPort();
    }

    @Override
    public Path trust() {
        return trust;
    }

    @Override
    public void close() throws Exception {
        server.close();
        if (files != null) {
            files.close();
        }
    }
}
