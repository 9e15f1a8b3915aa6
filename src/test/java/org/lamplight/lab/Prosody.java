package org.lamplight.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real Prosody on free loopback ports, with a configuration, accounts and certificates of its own. */
public final class Prosody implements XmppAt {
    private static final String CONFIG = "prosody.cfg.lua";

    /** How one differs from another. */
    public record Kind(
            String certificateFor,
            int validDays,
            String withoutMechanism,
            int keptStanzas,
            List<String> components,
            List<String> withoutModules,
            String archivesIn) {
        private static final int MANY = 500;
        private static final String FILES = "internal";
        public static final Kind USUAL = new Kind(DOMAIN, 365, "none", MANY);

        private Kind(String certificateFor, int validDays, String withoutMechanism, int keptStanzas) {
            this(certificateFor, validDays, withoutMechanism, keptStanzas, List.of(), List.of(), FILES);
        }

        public Kind without(String mechanism) {
            return new Kind(certificateFor, validDays, mechanism, keptStanzas, components, withoutModules, archivesIn);
        }

        /** Other processes may serve these domains (XEP-0114). */
        public static Kind servedBy(String... domains) {
            return new Kind(DOMAIN, 365, "none", MANY, List.of(domains), List.of(), FILES);
        }

        /** Knows less than others: these modules are left out, in rooms too, and components that are one do not run. */
        public static Kind lacking(String... modules) {
            return new Kind(DOMAIN, 365, "none", MANY, List.of(), List.of(modules), FILES);
        }

        /** Takes no files (XEP-0363). */
        public static Kind withoutUpload() {
            return lacking("http_file_share");
        }

        /** Keeps so few stanzas for a session that lost its connection; what was before them it forgets. */
        public static Kind keeping(int stanzas) {
            return new Kind(DOMAIN, 365, "none", stanzas);
        }

        /** Keeps its archives as servers of many people do: its usual files are read whole for every question. */
        public static Kind withDatabase() {
            return new Kind(DOMAIN, 365, "none", MANY, List.of(), List.of(), "sql");
        }

        public static Kind expired() {
            return new Kind(DOMAIN, -1, "none", MANY);
        }

        public static Kind madeOutTo(String host) {
            return new Kind(host, 365, "none", MANY);
        }
    }

    /** With which components sign in. */
    public static final String COMPONENT_SECRET = "secret-component";

    private final Path folder;
    private final Authority authority;
    private final Process process;
    private final int port;
    private final int tlsPort;
    private final int filesPort;
    private final int componentPort;
    private final int proxyPort;

    public Prosody(Path folder) throws Exception {
        this(folder, Kind.USUAL);
    }

    public Prosody(Path folder, Kind kind) throws Exception {
        this.folder = Files.createDirectories(folder);
        authority = new Authority(folder.resolve("ca"));
        authority.sign("server", kind.certificateFor(), Instant.now().plus(kind.validDays(), ChronoUnit.DAYS));
        List<Integer> ports = Ports.free(5);
        port = ports.get(0);
        tlsPort = ports.get(1);
        filesPort = ports.get(3);
        componentPort = ports.get(2);
        proxyPort = ports.get(4);
        writeAccounts();
        Path config = Files.writeString(folder.resolve(CONFIG), config(kind));
        process = Children.start(
                new ProcessBuilder(Part.find("prosody").orElseThrow().toString(), "--config", config.toString(), "-F")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile()));
        Ports.awaitAnswer(port, "prosody");
        Ports.awaitAnswer(tlsPort, "prosody");
    }

    private void writeAccounts() throws IOException {
        Path accounts = Files.createDirectories(folder.resolve("data/" + DOMAIN + "/accounts"));
        for (String user : USERS) {
            Files.writeString(
                    accounts.resolve(user + ".dat"),
                    "return { [\"password\"] = \"" + XmppAt.password(user) + "\" };\n");
        }
    }

    private String config(Kind kind) throws IOException {
        try (InputStream in = Prosody.class.getResourceAsStream(CONFIG)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String module : kind.withoutModules()) {
                text = text.replace("\"" + module + "\",", "")
                        .replaceAll("(?s)Component \"[^\"]+\" \"" + module + "\"\n.*?\n\n", "");
            }
            return text.replace("@FOLDER@", folder.toString())
                    .replace("@PORT@", String.valueOf(port))
                    .replace("@TLS_PORT@", String.valueOf(tlsPort))
                    .replace("@FILES_PORT@", String.valueOf(filesPort))
                    .replace("@PROXY_PORT@", String.valueOf(proxyPort))
                    .replace("@CERTIFICATE@", authority.chain("server").toString())
                    .replace("@KEY@", authority.key("server").toString())
                    .replace("@COMPONENT_PORT@", String.valueOf(componentPort))
                    .replace("@COMPONENTS@", components(kind))
                    .replace("@ARCHIVES@", kind.archivesIn())
                    .replace("@KEPT@", String.valueOf(kind.keptStanzas()))
                    .replace("@WITHOUT@", kind.withoutMechanism());
        }
    }

    private static String components(Kind kind) {
        return kind.components().stream()
                .map(domain -> "Component \"" + domain + "\"\n  component_secret = \"" + COMPONENT_SECRET + "\"\n")
                .collect(Collectors.joining());
    }

    public int componentPort() {
        return componentPort;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int tlsPort() {
        return tlsPort;
    }

    @Override
    public Path trust() {
        return authority.certificate();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
