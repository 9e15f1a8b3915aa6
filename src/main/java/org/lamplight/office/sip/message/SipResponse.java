package org.lamplight.office.sip.message;

/** A response. For one thread at a time. */
public final class SipResponse extends SipMessage {
    private final int code;
    private final String reason;

    public SipResponse(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    public boolean isProvisional() {
        return code < 200;
    }

    public boolean isSuccess() {
        return code >= 200 && code < 300;
    }

    /** Another one that is the same. */
    public SipResponse copy() {
        SipResponse copy = new SipResponse(code, reason);
        copyTo(copy);
        return copy;
    }

    @Override
    String startLine() {
        return "SIP/2.0 " + code + " " + reason;
    }
}
