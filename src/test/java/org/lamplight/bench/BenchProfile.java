package org.lamplight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lamplight.lab.XmppAt;

/** A new profile with one account that signs in by itself. */
final class BenchProfile {
    private BenchProfile() {}

    static Path of(XmppAt server, String user) throws IOException {
        Path profile = Files.createTempDirectory("lamplight-bench");
        Path accounts = Files.createDirectories(profile.resolve("accounts"));
        Files.writeString(
                accounts.resolve("bench.properties"),
                String.join(
                        "\n",
                        "kind = xmpp",
                        "address = " + user + "@" + XmppAt.DOMAIN,
                        "server = 127.0.0.1",
                        "port = " + server.port(),
                        "trust = " + server.trust(),
                        "password-command = printf %s '" + XmppAt.password(user) + "'",
                        ""));
        return profile;
    }
}
