package org.lamplight.office.xmpp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One account's contacts with their history of versions (XEP-0237). Removed contacts stay as tombstones, so that a
 * client that was away learns of the removal. Guarded by the switchboard.
 */
final class Roster {
    private final String epoch;
    private final Map<Jid, RosterItem> items = new LinkedHashMap<>();
    private final Map<Jid, Long> changedAt = new LinkedHashMap<>();
    private long version = 1;

    /** The epoch tells this run's versions from those that a client remembers of an earlier one. */
    Roster(String epoch) {
        this.epoch = epoch;
    }

    RosterItem get(Jid jid) {
        RosterItem item = items.get(jid.bare());
        return item == null || !item.listed() ? RosterItem.unknown(jid.bare()) : item;
    }

    boolean has(Jid jid) {
        RosterItem item = items.get(jid.bare());
        return item != null && item.listed();
    }

    void put(RosterItem item) {
        version++;
        items.put(item.jid(), item);
        // Removed first: the map's order is then that of the changes.
        changedAt.remove(item.jid());
        changedAt.put(item.jid(), version);
    }

    List<RosterItem> listed() {
        return items.values().stream().filter(RosterItem::listed).toList();
    }

    Collection<RosterItem> all() {
        return items.values();
    }

    String version() {
        return epoch + "-" + version;
    }

    /** What changed after a version that a client remembers; null if that version says nothing here. */
    @Nullable
    List<RosterItem> since(String remembered) {
        if (!remembered.startsWith(epoch + "-")) {
            return null;
        }
        long known;
        try {
            known = Long.parseLong(remembered.substring(epoch.length() + 1));
        } catch (NumberFormatException e) {
            return null;
        }
        if (known > version) {
            return null;
        }
        List<RosterItem> changed = new ArrayList<>();
        changedAt.forEach((jid, at) -> {
            RosterItem item = items.get(jid);
            if (at > known && item != null) {
                changed.add(item);
            }
        });
        return changed;
    }
}
