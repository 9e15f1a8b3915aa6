package org.lamplight.office.xmpp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address (RFC 7622), simplified to what an office needs; local part and resource are empty when absent. */
public record Jid(String local, String domain, String resource) {

    /** Reads an address; null if it is none. */
    public static @Nullable Jid parse(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 3071) {
            return null;
        }
        int slash = text.indexOf('/');
        String bare = slash < 0 ? text : text.substring(0, slash);
        String resource = slash < 0 ? "" : text.substring(slash + 1);
        int at = bare.indexOf('@');
        String local = at < 0 ? "" : bare.substring(0, at).toLowerCase(Locale.ROOT);
        String domain = bare.substring(at + 1).toLowerCase(Locale.ROOT);
        boolean halfEmpty = domain.isEmpty() || at == 0 || (slash >= 0 && resource.isEmpty());
        return halfEmpty || domain.indexOf('@') >= 0 ? null : new Jid(local, domain, resource);
    }

    public Jid bare() {
        return resource.isEmpty() ? this : new Jid(local, domain, "");
    }

    public boolean isBare() {
        return resource.isEmpty();
    }

    public Jid at(String otherResource) {
        return new Jid(local, domain, otherResource);
    }

    @Override
    public String toString() {
        return (local.isEmpty() ? "" : local + "@") + domain + (resource.isEmpty() ? "" : "/" + resource);
    }
}
