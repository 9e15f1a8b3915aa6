package org.lamplight.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small IRC server, ngircd, on a free loopback port. */
public final class IrcServer implements AutoCloseable {
    public static final String HOST = "127.0.0.1";

    private final int port;
    private final Process process;

    public IrcServer(Path folder) throws Exception {
        port = Ports.free(1).get(0);
        Path config = Files.writeString(Files.createDirectories(folder).resolve("ngircd.conf"), """
                [Global]
                Name = irc.lamplight.test
                Info = tests
                Listen = 127.0.0.1
                Ports = %d
                MotdPhrase = welcome
                [Options]
                Ident = no
                PAM = no
                DNS = no
                """.formatted(port));
        process = Children.start(
                new ProcessBuilder(Part.find("ngircd").orElseThrow().toString(), "-n", "-f", config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile()));
        Ports.awaitAnswer(port, "ngircd");
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
