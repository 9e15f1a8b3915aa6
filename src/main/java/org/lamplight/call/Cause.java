package org.lamplight.call;

/**
 * Why a call ended.
 *
 * @param code of SIP (RFC 3261, section 21); 200 for one that was hung up
 * @param text one sentence for people
 * @param elsewhere another phone took it: it is not missed
 */
public record Cause(int code, String text, boolean elsewhere) {
    public Cause(int code, String text) {
        this(code, text, false);
    }
}
