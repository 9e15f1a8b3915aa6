package org.lamplight.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** biboumi, the gateway to IRC, as a component of a Prosody that lets it serve {@value #DOMAIN}. */
public final class Biboumi implements AutoCloseable {
    public static final String DOMAIN = "irc." + XmppAt.DOMAIN;

    private final Process process;

    public Biboumi(Path folder, Prosody server) throws Exception {
        Files.createDirectories(folder);
        Path log = folder.resolve("biboumi.log");
        Path config = Files.writeString(folder.resolve("biboumi.cfg"), """
                hostname=%s
                password=%s
                xmpp_server_ip=127.0.0.1
                port=%d
                db_name=%s
                log_file=%s
                log_level=1
                identd_port=0
                policy_directory=%s
                """.formatted(
                        DOMAIN,
                        Prosody.COMPONENT_SECRET,
                        server.componentPort(),
                        folder.resolve("biboumi.sqlite"),
                        log,
                        folder));
        process = Children.start(
                new ProcessBuilder(Part.find("biboumi").orElseThrow().toString(), config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile()));
        new Await()
                .until(
                        "biboumi is in",
                        Duration.ofSeconds(15),
                        () -> Files.exists(log)
                                && Files.readString(log).contains("Authenticated with the XMPP server"));
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
