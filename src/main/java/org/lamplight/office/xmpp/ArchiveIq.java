package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.archive.ArchiveException;
import org.lamplight.office.xmpp.archive.ArchiveQuery;
import org.lamplight.office.xmpp.archive.Page;
import org.lamplight.office.xmpp.xml.Element;

/** Lets people read their own archives (XEP-0313). Everything is always archived, so preferences change nothing. */
final class ArchiveIq implements IqHandler {
    private static final Element ALWAYS = Element.of("prefs", ArchiveQuery.NAMESPACE)
            .with("default", "always")
            .add(Element.of("always", ArchiveQuery.NAMESPACE))
            .add(Element.of("never", ArchiveQuery.NAMESPACE));

    @Override
    public List<String> namespaces() {
        return List.of(ArchiveQuery.NAMESPACE);
    }

    @Override
    public List<String> features() {
        return List.of();
    }

    @Override
    public @Nullable Element answer(Request request) throws StanzaException {
        Account account = request.own();
        return switch (request.payload().name()) {
            case "query" -> request.isSet() ? query(request, account) : ArchiveQuery.form();
            case "metadata" -> ArchiveQuery.metadata(account.archive);
            case "prefs" -> ALWAYS;
            default -> throw new StanzaException(Condition.BAD_REQUEST);
        };
    }

    private static Element query(Request request, Account account) throws StanzaException {
        try {
            Page page = ArchiveQuery.answer(request.payload(), account.archive);
            String to = request.from().jid().toString();
            for (Element result : page.results()) {
                request.from()
                        .deliver(Element.of("message", Ns.CLIENT)
                                .with("from", account.jid.toString())
                                .with("to", to)
                                .add(result));
            }
            return page.fin();
        } catch (ArchiveException e) {
            throw new StanzaException(Condition.of(e));
        }
    }
}
