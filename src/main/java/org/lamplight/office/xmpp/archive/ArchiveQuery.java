package org.lamplight.office.xmpp.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.lamplight.office.xmpp.xml.Element;

/** Answers queries to an archive (XEP-0313 version 2, with the extended fields and paging by XEP-0059). */
public final class ArchiveQuery {
    /** The namespace. */
    public static final String NAMESPACE = "urn:xmpp:mam:2";

    /** What service discovery says of who answers them. */
    public static final List<String> FEATURES = List.of(NAMESPACE, NAMESPACE + "#extended", Paging.NAMESPACE);

    private ArchiveQuery() {}

    /**
     * The messages that a {@code query} element asks for.
     *
     * @throws ArchiveException if it cannot be understood, or goes on from a message that is not there
     */
    public static Page answer(Element query, Archive archive) throws ArchiveException {
        Predicate<Entry> wanted = QueryForm.read(query).in(archive);
        Paging paging = Paging.read(query);
        List<Entry> found = archive.all().stream().filter(wanted).toList();
        List<Entry> window = paging.window(found, archive);
        List<Entry> page = paging.page(window);
        int index = page.isEmpty() ? 0 : found.indexOf(page.get(0));
        Element fin = Page.fin(page, index, found.size(), page.size() == window.size());
        String queryId = query.attribute("queryid", "");
        List<Element> results = new ArrayList<>(
                page.stream().map(entry -> Page.result(entry, queryId)).toList());
        if (query.find("flip-page") != null) {
            Collections.reverse(results);
        }
        return new Page(results, fin);
    }

    /** The empty form that tells what may be asked. */
    public static Element form() {
        return Element.of("query", NAMESPACE).add(QueryForm.empty());
    }

    /** The first and the last message that are kept. */
    public static Element metadata(Archive archive) {
        Element metadata = Element.of("metadata", NAMESPACE);
        Entry first = archive.first();
        Entry last = archive.latest();
        if (first != null && last != null) {
            metadata.child("start", NAMESPACE).with("id", first.id()).with("timestamp", Page.stamp(first));
            metadata.child("end", NAMESPACE).with("id", last.id()).with("timestamp", Page.stamp(last));
        }
        return metadata;
    }
}
