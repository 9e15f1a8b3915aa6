package org.lamplight.office.xmpp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** Answers the IQs of one or a few namespaces. Called by the switchboard with its monitor held: never blocks. */
interface IqHandler {
    /** The namespaces of the payloads that it answers. */
    List<String> namespaces();

    /** What service discovery says of the server for it. */
    default List<String> features() {
        return namespaces();
    }

    /** The result's payload; null for an empty result. */
    @Nullable
    Element answer(Request request) throws StanzaException;

    /** What follows once the answer is on its way. */
    default void afterwards(Request request) {}
}
