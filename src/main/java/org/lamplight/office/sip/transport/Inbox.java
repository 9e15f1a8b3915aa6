package org.lamplight.office.sip.transport;

import org.lamplight.office.sip.message.BadMessage;
import org.lamplight.office.sip.message.SipMessage;

/** Who gets what comes in. Called on the threads of the ports, so it only passes on. */
public interface Inbox {
    void received(SipMessage message, Flow from);

    /** Something came that is no message. */
    void garbled(BadMessage bad, Flow from);

    /** A connection is over. */
    void closed(Flow flow);
}
