package org.lamplight.office.sip.message;

import org.jspecify.annotations.Nullable;

/** What came is no SIP message. If it is a request that can be answered, it says with what. */
public final class BadMessage extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;
    private final transient @Nullable SipRequest request;

    BadMessage(String reason) {
        this(400, reason, null);
    }

    BadMessage(int code, String reason, @Nullable SipRequest request) {
        super(reason);
        this.code = code;
        this.request = request;
    }

    /** The status code that fits. */
    public int code() {
        return code;
    }

    /** What could be read of it; null if no answer could find its way. */
    public @Nullable SipRequest request() {
        return request;
    }
}
