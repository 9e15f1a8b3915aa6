package org.lamplight.xmpp.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server is, as users write it: {@code host}, {@code host:port}, an IPv6 address, or {@code [address]:port}.
 *
 * @param port as it was written, whatever it is
 */
record ServerPlace(String host, Optional<String> port) {
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+))(?::([^:/]*))?");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._-]+|[0-9a-fA-F]*:[0-9a-fA-F:.]+(?:%\\w+)?");
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|localhost|::1");

    static ServerPlace of(String text) {
        Matcher parts = WITH_PORT.matcher(text);
        if (!parts.matches()) {
            return new ServerPlace(text, Optional.empty());
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return new ServerPlace(host, Optional.ofNullable(parts.group(3)));
    }

    /** A name or an address, by its looks. */
    boolean isHost() {
        return HOST.matcher(host).matches();
    }

    /** This very machine, whatever a name service says. */
    boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }
}
