package org.lamplight.office.xmpp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** One-line answers: ping (XEP-0199), version (XEP-0092), time (XEP-0202), and the session of RFC 3921. */
final class SmallIqs implements IqHandler {
    @Override
    public List<String> namespaces() {
        return List.of(Ns.PING, Ns.VERSION, Ns.TIME, Ns.SESSION);
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        return switch (request.payload().namespace()) {
            case Ns.VERSION -> version();
            case Ns.TIME -> time();
            default -> null;
        };
    }

    private static Element version() {
        return Element.of("query", Ns.VERSION)
                .add(Element.of("name", Ns.VERSION).text("Lamplight's office in a box"))
                .add(Element.of("version", Ns.VERSION).text("1"));
    }

    private static Element time() {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return Element.of("time", Ns.TIME)
                .add(Element.of("tzo", Ns.TIME).text("+00:00"))
                .add(Element.of("utc", Ns.TIME).text(now));
    }
}
