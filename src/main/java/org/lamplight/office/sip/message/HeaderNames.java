package org.lamplight.office.sip.message;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of headers: the compact ones (IANA registry), and which hold lists. */
final class HeaderNames {
    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("a", "Accept-Contact"),
            Map.entry("b", "Referred-By"),
            Map.entry("c", "Content-Type"),
            Map.entry("d", "Request-Disposition"),
            Map.entry("e", "Content-Encoding"),
            Map.entry("f", "From"),
            Map.entry("i", "Call-ID"),
            Map.entry("j", "Reject-Contact"),
            Map.entry("k", "Supported"),
            Map.entry("l", "Content-Length"),
            Map.entry("m", "Contact"),
            Map.entry("n", "Identity-Info"),
            Map.entry("o", "Event"),
            Map.entry("r", "Refer-To"),
            Map.entry("s", "Subject"),
            Map.entry("t", "To"),
            Map.entry("u", "Allow-Events"),
            Map.entry("v", "Via"),
            Map.entry("x", "Session-Expires"),
            Map.entry("y", "Identity"));
    /** Those of which each value is a step of its own, so that each gets its own line. */
    private static final Set<String> LISTS = Set.of("via", "route", "record-route", "contact", "path", "service-route");

    private HeaderNames() {}

    static String full(String name) {
        return name.length() == 1 ? COMPACT.getOrDefault(name.toLowerCase(Locale.ROOT), name) : name;
    }

    static boolean isList(String name) {
        return LISTS.contains(name.toLowerCase(Locale.ROOT));
    }
}
