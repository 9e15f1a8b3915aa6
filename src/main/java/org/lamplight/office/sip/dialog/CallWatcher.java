package org.lamplight.office.sip.dialog;

/** Who is told of all calls. On the server's thread. */
public interface CallWatcher {
    /** Somebody calls somebody. */
    void began(String callId, Party caller, Party called);

    /** The invitation got an answer with this status code. */
    void answered(String callId, int code);

    /** It is over, however. */
    void ended(String callId);
}
