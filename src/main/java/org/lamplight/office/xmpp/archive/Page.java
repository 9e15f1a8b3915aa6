package org.lamplight.office.xmpp.archive;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.lamplight.office.xmpp.xml.Element;

/**
 * The answer to a query.
 *
 * @param results one for each message, in the order to send them, to be put into messages of the archive's owner
 * @param fin what ends it, for the result of the query's IQ
 */
public record Page(List<Element> results, Element fin) {
    private static final String FORWARD = "urn:xmpp:forward:0";
    private static final String DELAY = "urn:xmpp:delay";

    static Element result(Entry entry, String queryId) {
        Element result = Element.of("result", ArchiveQuery.NAMESPACE).with("id", entry.id());
        if (!queryId.isEmpty()) {
            result.with("queryid", queryId);
        }
        Element forwarded = result.child("forwarded", FORWARD);
        forwarded.child("delay", DELAY).with("stamp", stamp(entry));
        forwarded.add(entry.message());
        return result;
    }

    static String stamp(Entry entry) {
        return entry.at().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The end of an answer: what was sent, and how much there is in all. */
    static Element fin(List<Entry> page, int firstIndex, int count, boolean complete) {
        Element fin = Element.of("fin", ArchiveQuery.NAMESPACE);
        if (complete) {
            fin.with("complete", "true");
        }
        Element set = fin.child("set", Paging.NAMESPACE);
        if (!page.isEmpty()) {
            Entry first = page.get(0);
            set.child("first", Paging.NAMESPACE)
                    .with("index", Integer.toString(firstIndex))
                    .text(first.id());
            set.child("last", Paging.NAMESPACE).text(page.get(page.size() - 1).id());
        }
        set.child("count", Paging.NAMESPACE).text(Integer.toString(count));
        return fin;
    }
}
