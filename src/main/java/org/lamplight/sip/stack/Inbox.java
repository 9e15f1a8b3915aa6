package org.lamplight.sip.stack;

import java.net.InetAddress;
import java.util.concurrent.Executor;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Who hears what comes in for an account. All but the first two are called on {@link #thread}. */
public interface Inbox {
    /** The account's own thread. */
    Executor thread();

    /** The answer with which it is refused at once; 0: it is not. Asked on the stack's thread, so decided at once. */
    int refusal(Request request, InetAddress from);

    void request(Arrival arrival);

    /** A response that belongs to no transaction any more: a 200 that is repeated, or a second one. */
    void stray(Response response);

    /** A connection that we had opened is closed. */
    void disconnected();
}
