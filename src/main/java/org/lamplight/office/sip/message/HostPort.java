package org.lamplight.office.sip.message;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A host and perhaps a port.
 *
 * @param host in lower case; IPv6 addresses with their brackets
 * @param port -1 for none
 */
public record HostPort(String host, int port) {
    static @Nullable HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean withPort = colon > text.lastIndexOf(']');
        String host = (withPort ? text.substring(0, colon) : text).strip();
        long port = withPort ? Fields.number(text.substring(colon + 1).strip(), 65_535) : -1;
        boolean sound = host.matches("[A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,60}\\]");
        return !sound || (withPort && port < 1) ? null : new HostPort(host.toLowerCase(Locale.ROOT), (int) port);
    }

    /** The port, or the protocol's own. */
    public int portOr(int usual) {
        return port < 0 ? usual : port;
    }

    @Override
    public String toString() {
        return port < 0 ? host : host + ":" + port;
    }
}
