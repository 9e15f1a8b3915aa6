package org.lamplight.office;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lamplight.office.colleagues.Colleagues;
import org.lamplight.office.colleagues.Person;
import org.lamplight.office.sip.SipServer;
import org.lamplight.office.tls.SelfSignedCertificate;
import org.lamplight.office.upload.FileShare;
import org.lamplight.office.upload.UploadLimits;
import org.lamplight.office.upload.UploadService;
import org.lamplight.office.xmpp.Report;
import org.lamplight.office.xmpp.XmppServer;
import org.lamplight.office.xmpp.XmppSettings;
import org.lamplight.office.xmpp.rooms.Rooms;

/**
 * The office in a box: real servers on 127.0.0.1, with colleagues who behave. For a first try and for tests; not a
 * product server.
 *
 * <p>Thread-safe. All its threads are daemons and end with {@link #close()}.
 */
public final class Office implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String DOMAIN = "localhost";
    private static final String NEWCOMER = "ada";
    private static final String NEWCOMER_NAME = "Ada Byron";

    private final XmppServer xmpp;
    private final Rooms rooms;
    private final FileShare files;
    private final SelfSignedCertificate certificate;
    private final List<OfficeAccount> accounts = new ArrayList<>();
    private final Colleagues colleagues;
    private final Telephones telephones;

    private Office(OfficeOptions options, Tempo tempo) throws IOException, GeneralSecurityException {
        certificate = SelfSignedCertificate.create(List.of(DOMAIN, HOST));
        int base = options.portBase();
        xmpp = XmppServer.open(new XmppSettings(
                DOMAIN,
                base,
                base == 0 ? 0 : base + 1,
                certificate.serverContext(),
                options.encryption() != Encryption.NONE,
                options.encryption() == Encryption.STARTTLS_REQUIRED,
                tempo.resumable()));
        rooms = Rooms.open(xmpp);
        files = openFiles(options);
        UploadService.open(xmpp, files);
        List<Person> people = Person.first(options.people(), options.seed());
        colleagues = furnish(people, tempo.pace(), options.seed());
        telephones = openTelephones(options, tempo.pace());
        colleagues.furnish(rooms, NEWCOMER, NEWCOMER_NAME.substring(0, NEWCOMER_NAME.indexOf(' ')));
        colleagues.arrive(NEWCOMER + "@" + DOMAIN);
        if (options.lively()) {
            colleagues.comeAlive(NEWCOMER + "@" + DOMAIN);
        }
    }

    /**
     * Opens an office; its ports answer when this returns.
     *
     * @throws IOException if a port is taken, or this JVM cannot make a certificate
     */
    public static Office open(OfficeOptions options) throws IOException {
        return open(options, Tempo.REAL);
    }

    /** Opens an office where time passes at another speed. */
    static Office open(OfficeOptions options, Tempo tempo) throws IOException {
        try {
            return new Office(options, tempo);
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate can be made: " + e.getMessage(), e);
        }
    }

    private FileShare openFiles(OfficeOptions options) throws IOException, GeneralSecurityException {
        boolean inClear = options.encryption() == Encryption.NONE;
        try {
            return FileShare.open(
                    DOMAIN,
                    options.portBase() == 0 ? 0 : options.portBase() + 2,
                    inClear ? null : certificate.serverContext(),
                    UploadLimits.usual(),
                    Clock.systemUTC());
        } catch (IOException e) {
            xmpp.close();
            throw e;
        }
    }

    private Telephones openTelephones(OfficeOptions options, double pace) throws IOException, GeneralSecurityException {
        try {
            return Telephones.open(DOMAIN, options, pace, certificate, accounts);
        } catch (IOException e) {
            colleagues.close();
            xmpp.close();
            files.close();
            throw e;
        }
    }

    private Colleagues furnish(List<Person> people, double pace, long seed) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(NEWCOMER, NEWCOMER_NAME);
        people.forEach(person -> names.put(person.id(), person.name()));
        SecureRandom random = new SecureRandom();
        names.forEach((id, name) -> {
            byte[] secret = new byte[8];
            random.nextBytes(secret);
            String password = HexFormat.of().formatHex(secret);
            xmpp.addAccount(id, password);
            String accountId = id.equals(NEWCOMER) ? "office" : "office-" + id;
            accounts.add(new OfficeAccount(accountId, "xmpp", id + "@" + DOMAIN, password, name, HOST, xmppPort()));
        });
        Acquaintance.introduce(xmpp, NEWCOMER, NEWCOMER_NAME, people);
        return new Colleagues(xmpp, people, names, pace, seed);
    }

    /** The newcomer's own XMPP account first, then those of all colleagues: any client may play one of them. */
    public List<OfficeAccount> accounts() {
        return List.copyOf(accounts);
    }

    /** The same people's telephones, in the same order, with the same passwords. */
    public List<OfficeAccount> sipAccounts() {
        return telephones.accounts(DOMAIN, HOST);
    }

    /** The office's telephones: ports, lines, and colleagues who can be told to call. */
    public SipServer sip() {
        return telephones.server();
    }

    /** The XMPP port with STARTTLS, or without encryption. */
    public int xmppPort() {
        return xmpp.port();
    }

    /** The XMPP port with TLS from the first byte. */
    public int xmppTlsPort() {
        return xmpp.tlsPort();
    }

    public String domain() {
        return DOMAIN;
    }

    /** The self-signed certificate that clients should trust, as PEM. */
    public String certificatePem() {
        return certificate.pem();
    }

    public Colleagues colleagues() {
        return colleagues;
    }

    /** How many clients are connected. */
    public int connections() {
        return xmpp.connections();
    }

    /** Resets every client's connection, as a network that breaks does. */
    public void cutConnections() {
        xmpp.cutConnections();
    }

    /** Refuses new connections; those that are there stay. */
    public void stopListening() throws IOException {
        xmpp.stopListening();
    }

    /** Takes connections again, on the same ports. */
    public void startListening() throws IOException {
        xmpp.startListening();
    }

    /** Sends text to every client as it stands, be it XML or not. */
    public void rawToAll(String xml) {
        xmpp.rawToAll(xml);
    }

    /** What people complained about when they blocked somebody. */
    public List<Report> reports() {
        return xmpp.reports();
    }

    /** Where everything is, as one line of JSON. */
    public String toJson() {
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("domain", DOMAIN);
        server.put("server", HOST);
        server.put("port", xmppPort());
        server.put("tlsPort", xmppTlsPort());
        server.put("rooms", rooms.domain());
        server.put("certificate", certificatePem());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("xmpp", server);
        all.put("sip", telephones.describe(HOST));
        all.put(
                "accounts",
                Stream.concat(accounts.stream(), sipAccounts().stream())
                        .map(Office::describe)
                        .toList());
        return Json.of(all);
    }

    private static Map<String, Object> describe(OfficeAccount account) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", account.id());
        map.put("kind", account.kind());
        map.put("address", account.address());
        map.put("password", account.password());
        map.put("server", account.server());
        map.put("port", account.port());
        map.put("name", account.name());
        return map;
    }

    /** Ends everything; when it returns the ports are free. */
    @Override
    public void close() throws IOException {
        colleagues.close();
        telephones.server().close();
        xmpp.close();
        files.close();
    }
}
