package org.lamplight.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A certificate authority of a test, made by {@code openssl} in a folder; it signs good and bad server certificates. */
public final class Authority {
    private static final String CONFIG = """
            [ca]
            default_ca = this
            [this]
            database = index.txt
            new_certs_dir = .
            rand_serial = yes
            certificate = ca.pem
            private_key = ca.key
            default_md = sha256
            policy = any
            [any]
            commonName = supplied
            """;
    private static final String EXTENSIONS = "basicConstraints = critical,CA:FALSE\nextendedKeyUsage = serverAuth\n";

    private final Path folder;

    public Authority(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        openssl(List.of(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "3650",
                "-subj",
                "/CN=Lamplight test authority",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem",
                "-addext",
                "basicConstraints=critical,CA:TRUE",
                "-addext",
                "keyUsage=critical,keyCertSign,cRLSign"));
    }

    /** The authority's own certificate: whom to trust. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    public Path key(String name) {
        return folder.resolve(name + ".key");
    }

    public Path chain(String name) {
        return folder.resolve(name + ".pem");
    }

    /** Makes {@code NAME.pem} and {@code NAME.key} for a host, good until this instant. */
    public void sign(String name, String host, Instant end) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("index.txt"), "");
        Files.writeString(folder.resolve("ca.cnf"), CONFIG);
        Files.writeString(folder.resolve("extensions"), EXTENSIONS + "subjectAltName = DNS:" + host + "\n");
        openssl(List.of(
                "req",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=" + host,
                "-keyout",
                name + ".key",
                "-out",
                "request"));
        openssl(List.of(
                "ca",
                "-batch",
                "-notext",
                "-config",
                "ca.cnf",
                "-extfile",
                "extensions",
                "-in",
                "request",
                "-startdate",
                time(end.minus(400, ChronoUnit.DAYS)),
                "-enddate",
                time(end),
                "-out",
                name + ".pem"));
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    private void openssl(List<String> words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Part.find("openssl").orElseThrow().toString()));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("openssl " + words + ": " + said);
        }
    }
}
