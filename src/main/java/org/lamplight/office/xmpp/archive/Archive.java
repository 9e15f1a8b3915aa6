package org.lamplight.office.xmpp.archive;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.archive.ArchiveException.Reason;
import org.lamplight.office.xmpp.xml.Element;

/**
 * The messages of one account or room, oldest first; when there are too many, or they are too long, the oldest go. Not
 * thread-safe: its owner guards it.
 */
public final class Archive {
    private static final int LARGEST = 32 << 20;
    private static final int RADIX = Character.MAX_RADIX;

    private final int most;
    private final String prefix = UUID.randomUUID().toString().substring(0, 13) + "-";
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    private long length;
    private long given;

    /** An archive of at most {@code most} messages and 32 million characters. */
    public Archive(int most) {
        this.most = most;
    }

    /** A new id, for a message that may be kept; each id is greater than those before. */
    public String nextId() {
        given++;
        return prefix + Long.toString(given, RADIX);
    }

    /** Keeps a message under one of the {@link #nextId ids} given here. */
    public void keep(String id, Instant at, String with, Element message) {
        int size = message.toXml("").length();
        Entry entry = new Entry(numberOf(id), id, at, with, message, size);
        entries.put(entry.number(), entry);
        length += size;
        while (entries.size() > most || (length > LARGEST && entries.size() > 1)) {
            length -= entries.pollFirstEntry().getValue().length();
        }
    }

    private long numberOf(String id) {
        String digits = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        return digits.matches("[0-9a-z]{1,12}") ? Long.parseLong(digits, RADIX) : -1;
    }

    /** Everything, oldest first; a view. */
    public Collection<Entry> all() {
        return entries.values();
    }

    /** The oldest; null if there is nothing. */
    @Nullable
    Entry first() {
        Map.Entry<Long, Entry> first = entries.firstEntry();
        return first == null ? null : first.getValue();
    }

    /** The newest; null if there is nothing. */
    @Nullable
    Entry latest() {
        Map.Entry<Long, Entry> latest = entries.lastEntry();
        return latest == null ? null : latest.getValue();
    }

    Entry require(String id) throws ArchiveException {
        Entry entry = entries.get(numberOf(id));
        if (entry == null) {
            throw new ArchiveException(Reason.UNKNOWN_MESSAGE);
        }
        return entry;
    }

    /** The last messages that are wanted, oldest first. */
    public List<Entry> last(int count, Predicate<Entry> wanted) {
        Deque<Entry> found = new ArrayDeque<>();
        for (Entry entry : entries.descendingMap().values()) {
            if (found.size() >= count) {
                break;
            }
            if (wanted.test(entry)) {
                found.addFirst(entry);
            }
        }
        return List.copyOf(found);
    }
}
