package org.lamplight.call;

import org.jspecify.annotations.Nullable;

/**
 * The other side of a call.
 *
 * @param uri where it is: {@code sip:…}
 * @param name as the other side, or its server, says; plain text and not to be trusted. Null: none was said
 * @param forwardedBy who it was meant for before it came here; null: it came straight
 */
public record Remote(
        String uri, @Nullable String name, @Nullable String forwardedBy) {
    public static Remote of(String uri) {
        return new Remote(uri, null, null);
    }

    /** The part that people read: a number or a user's name, without scheme, parameters and domain. */
    public String user() {
        String bare = address();
        int at = bare.indexOf('@');
        return at > 0 ? bare.substring(0, at) : bare;
    }

    /** User and domain alone. */
    public String address() {
        return PersonTarget.plain(uri);
    }
}
