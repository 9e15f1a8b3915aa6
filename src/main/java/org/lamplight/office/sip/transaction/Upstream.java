package org.lamplight.office.sip.transaction;

import org.lamplight.office.sip.message.SipResponse;

/** Who asked, and gets the answers. */
public interface Upstream {
    /** Passes an answer on; its topmost Via is the asker's own. */
    void respond(SipResponse response);
}
