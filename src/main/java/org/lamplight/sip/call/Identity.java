package org.lamplight.sip.call;

import java.util.List;
import java.util.Optional;
import javax.sip.message.Message;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Remote;
import org.lamplight.core.PlainText;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.message.SipUri;

/** Who is there, as a message says. Pure. */
final class Identity {
    private static final int LONGEST = 256;

    private Identity() {}

    /** Who sent a request. What a network asserts (RFC 3325) counts only from our own server. */
    static Remote caller(Message request, boolean ownServer) {
        return remote(request, "From", ownServer);
    }

    /** Who answered, where a response from our own server says so. */
    static Optional<Remote> callee(Message response, boolean ownServer) {
        return asserted(response, ownServer).map(one -> of(one, null));
    }

    private static Remote remote(Message message, String otherwise, boolean ownServer) {
        String forwardedBy = ownServer ? forwardedBy(message) : null;
        return asserted(message, ownServer)
                .or(() -> Headers.address(message, otherwise))
                .map(one -> of(one, forwardedBy))
                .orElse(new Remote("sip:anonymous@anonymous.invalid", null, forwardedBy));
    }

    private static Optional<NameAddress> asserted(Message message, boolean ownServer) {
        if (!ownServer) {
            return Optional.empty();
        }
        List<NameAddress> asserted = Headers.addresses(message, "P-Asserted-Identity");
        // of two, sip: and tel:, the first names the person better
        return asserted.stream()
                .filter(one -> one.sip().isPresent())
                .findFirst()
                .or(() -> asserted.stream().findFirst())
                .or(() -> Headers.address(message, "Remote-Party-ID"));
    }

    private static Remote of(NameAddress one, @Nullable String forwardedBy) {
        return new Remote(uri(one), one.name(), forwardedBy);
    }

    private static String uri(NameAddress one) {
        String bare =
                one.sip().map(uri -> uri.bare().toString()).orElse(one.uri().replaceFirst("[;?].*", ""));
        String line = PlainText.line(bare, LONGEST);
        return line == null ? "" : line;
    }

    /** For whom it was meant first (RFC 5806, RFC 7044). */
    private static @Nullable String forwardedBy(Message request) {
        List<NameAddress> diverted = Headers.addresses(request, "Diversion");
        List<NameAddress> history = Headers.addresses(request, "History-Info");
        if (!diverted.isEmpty()) {
            // the last diversion stands on top
            return shown(diverted.get(diverted.size() - 1));
        }
        return history.size() > 1 ? shown(history.get(0)) : null;
    }

    private static @Nullable String shown(NameAddress one) {
        String user =
                SipUri.of(one.uri().replaceFirst("\\?.*", "")).map(SipUri::user).orElse(one.uri());
        return one.name() != null ? one.name() : PlainText.line(user, LONGEST);
    }
}
