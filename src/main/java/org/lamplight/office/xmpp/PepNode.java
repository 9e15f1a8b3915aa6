package org.lamplight.office.xmpp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** One node of a personal event service (XEP-0163): its items, oldest first, and who may see them. */
final class PepNode {
    final String name;
    String access = "presence";
    int most = 1;
    /** Whether who comes gets the last item, as personal events usually do. */
    boolean sendsLast = true;

    private final Map<String, Element> items = new LinkedHashMap<>();

    PepNode(String name) {
        this.name = name;
    }

    /** Many items, for the owner alone, who asks for them when it needs them. */
    void keepPrivate() {
        access = "whitelist";
        most = 1000;
        sendsLast = false;
    }

    void put(String id, Element item) {
        items.remove(id);
        items.put(id, item);
        while (items.size() > most) {
            items.remove(items.keySet().iterator().next());
        }
    }

    boolean remove(String id) {
        return items.remove(id) != null;
    }

    @Nullable
    Element item(String id) {
        return items.get(id);
    }

    List<Element> items() {
        return List.copyOf(items.values());
    }

    @Nullable
    Element last() {
        Element last = null;
        for (Element item : items.values()) {
            last = item;
        }
        return last;
    }

    boolean openTo(Account owner, Jid watcher) {
        if (owner.jid.equals(watcher.bare()) || access.equals("open")) {
            return true;
        }
        return access.equals("presence") && owner.roster.get(watcher).from();
    }
}
