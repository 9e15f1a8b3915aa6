package org.lamplight.xmpp.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.lamplight.core.Texts;

/**
 * Which addresses may be asked: HTTPS anywhere in the open network, and in a narrower zone only where the account's own
 * server stands in the same; HTTP on this very machine only. Immutable. Blocks on the resolver.
 *
 * <p>The JVM keeps a resolved name for half a minute, so what is asked right after the check is what was checked.
 *
 * @param server where the account's server is
 */
record Gate(Zone server) {
    private static final Texts TEXTS = Texts.of(Gate.class);
    private static final int LONGEST = 4_000;

    /** The address if it may be asked; throws {@link Refused} if not. */
    URI check(String text) {
        URI address = parse(text);
        Zone zone = zone(address.getHost());
        if (!server.mayName(zone)) {
            throw new Refused(TEXTS.get("address.near", address.getHost()), false);
        }
        if (!isSecure(address) && zone != Zone.LOOPBACK) {
            throw new Refused(TEXTS.get("address.clear", address.getHost()), false);
        }
        return address;
    }

    /** As {@link #check}; and the host must be one of these, or a neighbour or a child of one, or this very machine. */
    URI check(String text, List<String> known) {
        URI address = check(text);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (server != Zone.LOOPBACK && known.stream().noneMatch(one -> isRelated(host, one.toLowerCase(Locale.ROOT)))) {
            throw new Refused(TEXTS.get("address.foreign", host), false);
        }
        return address;
    }

    private static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static URI parse(String text) {
        try {
            URI address = new URI(text.length() > LONGEST ? "" : text);
            boolean web = isSecure(address) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException wrong) {
            throw new Refused(TEXTS.get("address.wrong"), false);
        }
        throw new Refused(TEXTS.get("address.wrong"), false);
    }

    private static Zone zone(String host) {
        try {
            return Zone.ofHost(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException unknown) {
            throw new Refused(TEXTS.get("host.unknown", host), true);
        }
    }

    /** The same, one above the other, or beside each other below a domain that is more than a word. */
    static boolean isRelated(String host, String known) {
        String parent = known.substring(known.indexOf('.') + 1);
        return host.equals(known)
                || host.endsWith("." + known)
                || known.endsWith("." + host) && host.indexOf('.') > 0
                || parent.indexOf('.') > 0 && (host.equals(parent) || host.endsWith("." + parent));
    }
}
