package org.lamplight.sip.message;

/** What we understand, as headers say it. */
public final class Allowed {
    public static final String METHODS = "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, PRACK, INFO, REFER, NOTIFY";
    public static final String EXTENSIONS = "replaces, timer, 100rel, norefersub";

    private Allowed() {}
}
