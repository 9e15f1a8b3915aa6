package org.lamplight.call;

/** What a line is. */
public enum LineKind {
    SOFTPHONE("softphone"),
    DESK_PHONE("desk-phone");

    private final String word;

    LineKind(String word) {
        this.word = word;
    }

    /** As the control interface says it. */
    public String word() {
        return word;
    }

    /** The line of this account. */
    public String id(String account) {
        return word + ":" + account;
    }
}
