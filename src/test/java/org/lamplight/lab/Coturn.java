package org.lamplight.lab;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real relay, coturn, on a free loopback port (RFC 8656), with an account for each of {@link Kamailio#USERS}. It passes on
 * by an address of this machine that is not the loopback's, if there is one: telephones do not offer that one.
 */
public final class Coturn implements AutoCloseable {
    private static final int RELAYED = 40;

    private final Process process;
    private final Path log;
    private final int port;

    public Coturn(Path folder) throws Exception {
        Files.createDirectories(folder);
        log = folder.resolve("log");
        port = Ports.pair();
        int first = Ports.pair();
        StringBuilder config = new StringBuilder("listening-ip=127.0.0.1\nlt-cred-mech\nrealm=localhost\n")
                .append(
                        "allow-loopback-peers\nno-tls\nno-dtls\nno-tcp\nno-tcp-relay\nno-cli\nverbose\nlog-file=stdout\n")
                .append("relay-ip=")
                .append(outside().getHostAddress())
                .append("\nlistening-port=")
                .append(port)
                .append("\nmin-port=")
                .append(first)
                .append("\nmax-port=")
                .append(first + RELAYED)
                .append("\npidfile=")
                .append(folder.resolve("pid"))
                .append("\nuserdb=")
                .append(folder.resolve("users"))
                .append('\n');
        Kamailio.USERS.forEach(user -> config.append("user=")
                .append(user)
                .append(':')
                .append(Kamailio.password(user))
                .append('\n'));
        Path file = Files.writeString(folder.resolve("turnserver.conf"), config);
        process = Children.start(
                new ProcessBuilder(Part.find("turnserver").orElseThrow().toString(), "-c", file.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile()));
        try {
            new Await().until("coturn takes datagrams", Duration.ofSeconds(10), () -> Ports.takesDatagrams(port));
        } catch (AssertionError | Exception e) {
            close();
            throw new AssertionError("coturn did not start: " + told(), e);
        }
    }

    private static InetAddress outside() throws Exception {
        for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            List<InetAddress> addresses =
                    one.isUp() && !one.isLoopback() ? Collections.list(one.getInetAddresses()) : List.of();
            for (InetAddress address : addresses) {
                if (address.getAddress().length == 4) {
                    return address;
                }
            }
        }
        return InetAddress.getLoopbackAddress();
    }

    /** {@code 127.0.0.1:PORT}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** All that it wrote of what it did. */
    public String told() throws Exception {
        return Files.readString(log);
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(3, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
