package org.lamplight.office.xmpp.archive;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of an archive are wanted. Immutable.
 *
 * @param with an address, bare for all its resources; empty for any
 * @param beforeId only what is older than this one; empty for none
 * @param afterId only what is newer than this one; empty for none
 * @param ids only these; null for any
 */
record Filter(
        String with,
        Instant start,
        Instant end,
        String beforeId,
        String afterId,
        @Nullable Set<String> ids) {
    static final Filter ALL = new Filter("", Instant.MIN, Instant.MAX, "", "", null);

    Filter with(String address) {
        int slash = address.indexOf('/');
        String bare = slash < 0 ? address : address.substring(0, slash);
        String resource = slash < 0 ? "" : address.substring(slash);
        return new Filter(bare.toLowerCase(Locale.ROOT) + resource, start, end, beforeId, afterId, ids);
    }

    Filter from(Instant time) {
        return new Filter(with, time, end, beforeId, afterId, ids);
    }

    Filter until(Instant time) {
        return new Filter(with, start, time, beforeId, afterId, ids);
    }

    Filter before(String id) {
        return new Filter(with, start, end, id, afterId, ids);
    }

    Filter after(String id) {
        return new Filter(with, start, end, beforeId, id, ids);
    }

    Filter only(Set<String> some) {
        return new Filter(with, start, end, beforeId, afterId, some);
    }

    /** The test of an archive's entries. */
    Predicate<Entry> in(Archive archive) throws ArchiveException {
        long above =
                afterId.isEmpty() ? Long.MIN_VALUE : archive.require(afterId).number();
        long below =
                beforeId.isEmpty() ? Long.MAX_VALUE : archive.require(beforeId).number();
        for (String id : ids == null ? Set.<String>of() : ids) {
            archive.require(id);
        }
        return entry -> entry.number() > above && entry.number() < below && fits(entry);
    }

    private boolean fits(Entry entry) {
        boolean named = ids == null || ids.contains(entry.id());
        return named && !entry.at().isBefore(start) && !entry.at().isAfter(end) && isWith(entry.with());
    }

    private boolean isWith(String other) {
        boolean whole = with.isEmpty() || other.equals(with);
        return whole || (with.indexOf('/') < 0 && other.startsWith(with + "/"));
    }
}
