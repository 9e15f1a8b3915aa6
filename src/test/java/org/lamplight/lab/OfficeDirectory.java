package org.lamplight.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lamplight.office.directory.DirectoryServer;
import org.lamplight.office.directory.Listed;
import org.lamplight.office.tls.SelfSignedCertificate;

/** The office's directory by itself. */
public final class OfficeDirectory implements DirectoryAt {
    private final Path folder;
    private final List<Listed> people;
    private final SelfSignedCertificate certificate;
    private final Path trust;
    private DirectoryServer server;
    private final int port;
    private final int tlsPort;

    public OfficeDirectory(Path folder, List<Listed> people) throws Exception {
        this(folder, people, "localhost");
    }

    private OfficeDirectory(Path folder, List<Listed> people, String host) throws Exception {
        this.folder = folder;
        this.people = people;
        certificate = SelfSignedCertificate.create(List.of(host));
        trust = folder.resolve(host + ".pem");
        Files.writeString(trust, certificate.pem());
        server = open(0, 0);
        port = server.port();
        tlsPort = server.tlsPort();
    }

    private DirectoryServer open(int clear, int secure) throws Exception {
        return DirectoryServer.open(clear, secure, certificate.serverContext(), false, people);
    }

    @Override
    public String url() {
        return "ldap://localhost:" + port;
    }

    @Override
    public String tlsUrl() {
        return "ldaps://localhost:" + tlsPort;
    }

    @Override
    public String base() {
        return DirectoryServer.BASE;
    }

    @Override
    public String dn(String id) {
        return DirectoryServer.dn(id);
    }

    @Override
    public Path trust() {
        return trust;
    }

    @Override
    public DirectoryAt withCertificateFor(String host) throws Exception {
        return new OfficeDirectory(folder, people, host);
    }

    @Override
    public void die() {
        server.close();
    }

    @Override
    public void comeBack() throws Exception {
        server = open(port, tlsPort);
    }

    @Override
    public void close() {
        server.close();
    }
}
