package org.lamplight.xmpp.jingle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jivesoftware.smack.packet.StandardExtensionElement;

/**
 * Where a stream of bytes may be had (XEP-0260).
 *
 * @param id by which both sides speak of it
 * @param jid whose it is: a client's, or a proxy's
 * @param proxy whether somebody stands between
 */
record Candidate(String id, String host, int port, String jid, int priority, boolean proxy) {
    /** Of those that a peer names. */
    private static final int MOST = 10;

    private static final int LARGEST_PORT = 65_535;
    private static final int DIRECT = 126;
    private static final int PROXY = 10;
    private static final int LOCAL_BITS = 16;

    /** One of ours. {@code rank}: how many of its kind are better. */
    static Candidate of(String id, String host, int port, String jid, boolean proxy, int rank) {
        int priority = ((proxy ? PROXY : DIRECT) << LOCAL_BITS) + (1 << (LOCAL_BITS - 1)) - rank;
        return new Candidate(id, host, port, jid, priority, proxy);
    }

    /** Those that a peer names, the best first; without what can't be one. */
    static List<Candidate> read(StandardExtensionElement transport) {
        return transport.getElements().stream()
                .filter(child -> child.getElementName().equals("candidate"))
                .flatMap(child -> one(child).stream())
                .sorted(Comparator.comparingInt(candidate -> -candidate.priority()))
                .limit(MOST)
                .toList();
    }

    private static Optional<Candidate> one(StandardExtensionElement element) {
        String id = Words.attribute(element, "cid");
        String host = Words.attribute(element, "host");
        int port = number(Words.attribute(element, "port"));
        int priority = number(Words.attribute(element, "priority"));
        boolean whole = Stream.of(id, host).noneMatch(String::isBlank) && port > 0 && port <= LARGEST_PORT;
        return whole
                ? Optional.of(new Candidate(
                        id,
                        host,
                        port,
                        Words.attribute(element, "jid"),
                        priority,
                        Words.attribute(element, "type").equals("proxy")))
                : Optional.empty();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    boolean isAtSamePlace(Candidate other) {
        return host.equalsIgnoreCase(other.host) && port == other.port;
    }

    StandardExtensionElement element() {
        return StandardExtensionElement.builder("candidate", Sockets.NAMESPACE)
                .addAttribute("cid", id)
                .addAttribute("host", host)
                .addAttribute("port", String.valueOf(port))
                .addAttribute("jid", jid)
                .addAttribute("priority", String.valueOf(priority))
                .addAttribute("type", proxy ? "proxy" : "direct")
                .build();
    }
}
