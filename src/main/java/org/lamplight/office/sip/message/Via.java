package org.lamplight.office.sip.message;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One hop on a request's way (RFC 3261 section 20.42). Immutable.
 *
 * @param transport in upper case
 * @param sentBy whom its sender says to be
 */
public record Via(String transport, HostPort sentBy, Params params) {
    /** How branches begin that are unique (section 8.1.1.7). */
    public static final String COOKIE = "z9hG4bK";

    /** Reads one value; null if it is none. */
    public static @Nullable Via parse(String value) {
        List<String> parts = Fields.split(value, ';');
        String[] words = parts.get(0).replaceAll("\\s*/\\s*", "/").split("\\s+", 2);
        String[] protocol = words[0].split("/", -1);
        HostPort sentBy = words.length < 2 ? null : HostPort.parse(words[1]);
        if (sentBy == null || protocol.length != 3 || !protocol[0].equalsIgnoreCase("SIP") || protocol[2].isEmpty()) {
            return null;
        }
        return new Via(protocol[2].toUpperCase(Locale.ROOT), sentBy, Params.of(parts.subList(1, parts.size())));
    }

    /** The transaction's name; empty for none. */
    public String branch() {
        String branch = params.get("branch");
        return branch == null ? "" : branch;
    }

    /** The same with another value for a parameter. */
    public Via with(String param, String value) {
        return new Via(transport, sentBy, params.with(param, value));
    }

    @Override
    public String toString() {
        return "SIP/2.0/" + transport + " " + sentBy + params;
    }
}
