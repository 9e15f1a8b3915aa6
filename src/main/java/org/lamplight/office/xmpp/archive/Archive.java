package org.lamplight.office.xmpp.archive;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/**
 * The messages of one account or room, oldest first; when there are too many, or they are too long, the oldest go. Not
 * thread-safe: its owner guards it.
 */
public final class Archive {
    private static final int LARGEST = 16 << 20;

    private final int most;
    private final String prefix = UUID.randomUUID().toString().substring(0, 13) + "-";
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    private final Deque<Integer> lengths = new ArrayDeque<>();
    private long length;
    private long last;

    /** An archive of at most {@code most} messages and 16 million characters. */
    public Archive(int most) {
        this.most = most;
    }

    /** The id of the next message, which must be kept (or not) before anybody asks for another. */
    public String nextId() {
        return prefix + Long.toString(last + 1, Character.MAX_RADIX);
    }

    /** Keeps a message under the {@link #nextId}. */
    public void keep(Instant at, String with, Element message) {
        String id = nextId();
        last++;
        entries.put(last, new Entry(last, id, at, with, message));
        int size = message.toXml("").length();
        lengths.add(size);
        length += size;
        while (entries.size() > most || (length > LARGEST && entries.size() > 1)) {
            entries.pollFirstEntry();
            length -= lengths.remove();
        }
    }

    /** Everything, oldest first; a view. */
    public Collection<Entry> all() {
        return entries.values();
    }

    /** The message of an id; null if it is not (or no longer) there. */
    public @Nullable Entry find(String id) {
        if (!id.startsWith(prefix)) {
            return null;
        }
        try {
            Entry entry = entries.get(Long.parseLong(id.substring(prefix.length()), Character.MAX_RADIX));
            return entry != null && entry.id().equals(id) ? entry : null;
        } catch (NumberFormatException e) {
            return null;
        }
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
