package org.lamplight.office.xmpp;

import java.util.Locale;
import org.lamplight.office.xmpp.archive.ArchiveException;

/** Stanza error conditions (RFC 6120 section 8.3.3) with the error type that goes with each here. */
public enum Condition {
    BAD_REQUEST("modify"),
    CONFLICT("cancel"),
    FEATURE_NOT_IMPLEMENTED("cancel"),
    FORBIDDEN("auth"),
    ITEM_NOT_FOUND("cancel"),
    JID_MALFORMED("modify"),
    NOT_ACCEPTABLE("cancel"),
    NOT_ALLOWED("cancel"),
    NOT_AUTHORIZED("auth"),
    POLICY_VIOLATION("modify"),
    REGISTRATION_REQUIRED("auth"),
    REMOTE_SERVER_NOT_FOUND("cancel"),
    RESOURCE_CONSTRAINT("wait"),
    SERVICE_UNAVAILABLE("cancel");

    private final String type;

    Condition(String type) {
        this.type = type;
    }

    /** What it is when an archive cannot answer. */
    public static Condition of(ArchiveException trouble) {
        return switch (trouble.reason()) {
            case MALFORMED -> BAD_REQUEST;
            case UNSUPPORTED -> FEATURE_NOT_IMPLEMENTED;
            case UNKNOWN_MESSAGE -> ITEM_NOT_FOUND;
        };
    }

    String type() {
        return type;
    }

    /** The name of its element. */
    public String element() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
