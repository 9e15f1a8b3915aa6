package org.lamplight.xmpp.login;

/** Whether a session that was resumed (XEP-0198, section 5) has everything that was on its way before. From any thread. */
public interface Resumption {
    /** The session is resumed: what goes again is with the library, which may have lost some of it. */
    void resumed();

    /** Whether the server has acknowledged all that was on its way then. What goes since does not count. */
    boolean isWhole();
}
