package org.lamplight.xmpp.stream;

import java.util.List;
import org.jivesoftware.smack.packet.StandardExtensionElement;

/** What Smack gives as null, as none. Pure. */
public final class Elements {
    private Elements() {}

    /** The children of this name, in the parent's namespace. */
    public static List<StandardExtensionElement> of(StandardExtensionElement parent, String name) {
        List<StandardExtensionElement> found = parent.getElements(name);
        return found == null ? List.of() : found;
    }
}
