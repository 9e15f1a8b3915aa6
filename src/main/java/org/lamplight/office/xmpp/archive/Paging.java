package org.lamplight.office.xmpp.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.archive.ArchiveException.Reason;
import org.lamplight.office.xmpp.xml.Element;

/**
 * Which part of a long result somebody wants (XEP-0059).
 *
 * @param max how many at most
 * @param after only what follows this one; null for none
 * @param before only what precedes this one, from the end; empty for the last page, null for none
 */
record Paging(int max, @Nullable String after, @Nullable String before) {
    static final String NAMESPACE = "http://jabber.org/protocol/rsm";
    private static final int USUAL = 100;
    private static final int MOST = 500;
    /** Characters; a client takes no more at a time. */
    private static final long LONGEST = 4 << 20;

    static Paging read(Element query) throws ArchiveException {
        Element set = query.find("set", NAMESPACE);
        if (set == null) {
            return new Paging(USUAL, null, null);
        }
        String max = set.childText("max");
        if (set.find("index") != null) {
            throw new ArchiveException(Reason.UNSUPPORTED);
        }
        if (max != null && !max.strip().matches("\\d{1,9}")) {
            throw new ArchiveException(Reason.MALFORMED);
        }
        int most = max == null ? USUAL : Math.min(MOST, Integer.parseInt(max.strip()));
        return new Paging(most, set.childText("after"), set.childText("before"));
    }

    /** The part of what was found that lies between the bounds. */
    List<Entry> window(List<Entry> found, Archive archive) throws ArchiveException {
        long above = after == null || after.isEmpty()
                ? Long.MIN_VALUE
                : archive.require(after).number();
        long below = before == null || before.isEmpty()
                ? Long.MAX_VALUE
                : archive.require(before).number();
        return found.stream()
                .filter(entry -> entry.number() > above && entry.number() < below)
                .toList();
    }

    /** The page that fits, from the end that is wanted; shorter if the messages are long. */
    List<Entry> page(List<Entry> window) {
        boolean forwards = before == null;
        int size = 0;
        long length = 0;
        while (size < Math.min(max, window.size()) && (size == 0 || length < LONGEST)) {
            length += window.get(forwards ? size : window.size() - 1 - size).length();
            size++;
        }
        return forwards ? window.subList(0, size) : window.subList(window.size() - size, window.size());
    }
}
