package org.lamplight.sip.call;

import javax.sip.message.Response;
import org.lamplight.sip.stack.Arrival;

/** How a call comes to be: by us or by somebody else. On the account's thread. */
interface Setup {
    /** Gives it up. */
    void hangUp();

    /** Nothing that is answered reaches us any more, for our address is gone; there is another one. */
    void cutOff();

    /** Whether this was part of the set-up, and has been served. */
    boolean request(Arrival arrival);

    /** A 2xx to an INVITE that belongs to no transaction any more. Whether it was for this call. */
    boolean stray(Response response);
}
