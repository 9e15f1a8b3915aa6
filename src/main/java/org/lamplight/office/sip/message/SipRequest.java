package org.lamplight.office.sip.message;

/** A request. For one thread at a time. */
public final class SipRequest extends SipMessage {
    private final String method;
    private String uri;

    public SipRequest(String method, String uri) {
        this.method = method;
        this.uri = uri;
    }

    /** In upper case, as methods have case. */
    public String method() {
        return method;
    }

    public boolean is(String other) {
        return method.equals(other);
    }

    /** The Request-URI as it stands. */
    public String uri() {
        return uri;
    }

    /** Sends it elsewhere. */
    public void uri(String newUri) {
        uri = newUri;
    }

    /** Whether it belongs to a dialog: its far end has a tag. */
    public boolean isInDialog() {
        return !to().tag().isEmpty();
    }

    /** Another one that is the same. */
    public SipRequest copy() {
        SipRequest copy = new SipRequest(method, uri);
        copyTo(copy);
        return copy;
    }

    /** An answer with what every answer takes over (RFC 3261 section 8.2.6.2); the tag of To is left as it is. */
    public SipResponse answer(int code, String reason) {
        SipResponse response = new SipResponse(code, reason);
        response.copy(this, "Via", "From", "To", "Call-ID", "CSeq");
        return response;
    }

    @Override
    String startLine() {
        return method + " " + uri + " SIP/2.0";
    }
}
