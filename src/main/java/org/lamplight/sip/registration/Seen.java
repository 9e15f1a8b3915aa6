package org.lamplight.sip.registration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.sip.message.SipUri;

/** Where a server sees us, by the Via that it gave back (RFC 3581, section 4). Pure. */
final class Seen {
    private static final Pattern RECEIVED = Pattern.compile("(?i);\\s*received=\\[?([0-9a-f.:]+)]?");
    private static final Pattern PORT = Pattern.compile("(?i);\\s*rport=(\\d{1,5})");

    private Seen() {}

    /** Empty where it says nothing of that. */
    static Optional<SipUri> at(String via, SipUri told) {
        Matcher host = RECEIVED.matcher(via);
        Matcher port = PORT.matcher(via);
        if (!port.find()) {
            return Optional.empty();
        }
        String address = host.find() ? host.group(1) : told.bareHost();
        String bracketed = address.indexOf(':') >= 0 ? '[' + address + ']' : address;
        return Optional.of(
                new SipUri(false, told.user(), bracketed, Integer.parseInt(port.group(1)), told.parameters()));
    }
}
