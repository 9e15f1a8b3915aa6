package org.lamplight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lamplight.office.directory.Listed;

/** A real OpenLDAP on free loopback ports. It gives at most 300 entries at once, and homePhone to who has signed in. */
public final class Slapd implements DirectoryAt {
    private static final String ROOT = "dc=lab,dc=example";
    private static final String BASE = "ou=people," + ROOT;

    private final Path folder;
    private final List<Listed> people;
    private final Authority authority;
    private final int port;
    private final int tlsPort;
    private Process process;

    /** Returns when it answers. */
    public Slapd(Path folder, List<Listed> people) throws Exception {
        this(folder, people, "localhost");
    }

    private Slapd(Path folder, List<Listed> people, String host) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.people = people;
        authority = new Authority(folder.resolve("ca"));
        authority.sign("server", host, Instant.now().plus(365, ChronoUnit.DAYS));
        List<Integer> ports = Ports.free(2);
        port = ports.get(0);
        tlsPort = ports.get(1);
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(folder.resolve("slapd.conf"), config());
        Files.writeString(folder.resolve("people.ldif"), ldif());
        run("slapadd", "-q", "-f", "slapd.conf", "-l", "people.ldif");
        process = started();
    }

    private String config() throws IOException {
        try (InputStream in = Slapd.class.getResourceAsStream("slapd.conf")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@FOLDER@", folder.toString())
                    .replace("@CERTIFICATE@", authority.chain("server").toString())
                    .replace("@KEY@", authority.key("server").toString());
        }
    }

    private String ldif() {
        StringBuilder all = new StringBuilder();
        all.append("dn: ")
                .append(ROOT)
                .append("\nobjectClass: dcObject\nobjectClass: organization\ndc: lab\no: Lab\n\n");
        all.append("dn: ").append(BASE).append("\nobjectClass: organizationalUnit\nou: people\n\n");
        people.forEach(one -> add(all, one));
        return all.toString();
    }

    private void add(StringBuilder all, Listed one) {
        line(all, "dn", dn(one.id()));
        all.append("objectClass: inetOrgPerson\n");
        line(all, "uid", one.id());
        line(all, "cn", one.name());
        line(all, "displayName", one.name());
        line(all, "givenName", one.name().replaceFirst(" .*", ""));
        line(all, "sn", one.name().replaceFirst(".* ", ""));
        if (!one.password().isEmpty()) {
            line(all, "userPassword", one.password());
        }
        one.attributes().forEach((name, values) -> values.forEach(value -> line(all, name, value)));
        all.append('\n');
    }

    private static void line(StringBuilder all, String name, String value) {
        String octets = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        all.append(name).append(":: ").append(octets).append('\n');
    }

    private void run(String... command) throws Exception {
        command[0] = Part.find(command[0]).orElseThrow().toString();
        Process once = Children.start(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile()));
        if (!once.waitFor(60, TimeUnit.SECONDS) || once.exitValue() != 0) {
            throw new AssertionError(command[0] + ": " + Files.readString(log()));
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private Process started() throws Exception {
        Process begun = Children.start(new ProcessBuilder(
                        Part.find("slapd").orElseThrow().toString(),
                        "-d",
                        "0",
                        "-f",
                        "slapd.conf",
                        "-h",
                        "ldap://127.0.0.1:" + port + " ldaps://127.0.0.1:" + tlsPort)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile()));
        try {
            Ports.awaitAnswer(port, "slapd");
            Ports.awaitAnswer(tlsPort, "slapd");
            return begun;
        } catch (AssertionError | Exception e) {
            begun.destroyForcibly().waitFor();
            throw new AssertionError("slapd did not start: " + Files.readString(log()), e);
        }
    }

    @Override
    public String url() {
        return "ldap://localhost:" + port;
    }

    @Override
    public String tlsUrl() {
        return "ldaps://localhost:" + tlsPort;
    }

    /** The port in clear, for who leads a path there. */
    public int port() {
        return port;
    }

    @Override
    public String base() {
        return BASE;
    }

    @Override
    public String dn(String id) {
        return "uid=" + id + "," + BASE;
    }

    @Override
    public Path trust() {
        return authority.certificate();
    }

    @Override
    public DirectoryAt withCertificateFor(String host) throws Exception {
        return new Slapd(Files.createTempDirectory(folder, "other"), people.subList(0, 1), host);
    }

    /** It hangs: nothing is answered and no connection ends. */
    public void hang() throws Exception {
        signal("STOP");
    }

    /** Goes on after {@link #hang}. */
    public void goOn() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        int code = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill ended with " + code);
        }
    }

    @Override
    public void die() throws Exception {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void comeBack() throws Exception {
        process = started();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
