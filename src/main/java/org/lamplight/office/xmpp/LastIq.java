package org.lamplight.office.xmpp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** How long somebody has been offline, or the server online (XEP-0012); seconds. */
final class LastIq implements IqHandler {
    private final Instant started = Instant.now();

    @Override
    public List<String> namespaces() {
        return List.of(Ns.LAST);
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        Account account = request.target();
        if (account == null) {
            return seconds(started);
        }
        if (!request.isOwn() && !account.roster.get(request.from().jid()).from()) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        Instant seen = account.lastSeen;
        return seconds(!account.available().isEmpty() || seen == null ? Instant.now() : seen);
    }

    private static Element seconds(Instant since) {
        long seconds = Duration.between(since, Instant.now()).toSeconds();
        return Element.of("query", Ns.LAST).with("seconds", Long.toString(seconds));
    }
}
