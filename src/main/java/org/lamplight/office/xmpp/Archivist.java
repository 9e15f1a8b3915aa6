package org.lamplight.office.xmpp;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.archive.StanzaIds;
import org.lamplight.office.xmpp.archive.Worth;
import org.lamplight.office.xmpp.xml.Element;

/** Writes into people's archives what they send and get (XEP-0313). With the switchboard's monitor held. */
final class Archivist {
    private static final Set<String> TALKS = Set.of("chat", "normal", "");

    private @Nullable Element lastSource;
    private @Nullable Account lastAccount;
    private Element lastKept = Element.of("message", Ns.CLIENT);

    /** A message of somebody's, with its id in the archive; but see {@link #keep}. */
    record Marked(Account account, Element message, String id) {
        boolean isWorthIt() {
            return !id.isEmpty();
        }
    }

    /** Gives a message the id that it will have in an archive, if it is one to keep. */
    Marked mark(Account account, Element message) {
        if (!TALKS.contains(message.attribute("type", "")) || !Worth.isKept(message)) {
            return new Marked(account, message, "");
        }
        String id = account.archive.nextId();
        return new Marked(account, StanzaIds.stamped(message, account.jid.toString(), id), id);
    }

    /** Keeps a message now that it is on its way. */
    void keep(Marked marked, Jid with) {
        if (marked.isWorthIt()) {
            marked.account().archive.keep(marked.id(), Instant.now(), with.toString(), marked.message());
        }
    }

    /** Keeps what came from a component, once even if it goes to several sessions of a person; returns it marked. */
    Element kept(Account account, Element source, Jid with) {
        if (lastSource != source || lastAccount != account) {
            Marked marked = mark(account, source);
            keep(marked, with);
            lastSource = source;
            lastAccount = account;
            lastKept = marked.message();
        }
        return lastKept;
    }
}
