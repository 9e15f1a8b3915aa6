package org.lamplight.sip.stack;

import java.net.InetAddress;
import java.util.concurrent.Executor;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Takes no request from anybody, and nothing comes of what is told. */
public class SilentInbox implements Inbox {
    private final Executor thread;

    public SilentInbox(Executor thread) {
        this.thread = thread;
    }

    @Override
    public Executor thread() {
        return thread;
    }

    @Override
    public int refusal(Request request, InetAddress from) {
        return 403;
    }

    @Override
    public void request(Arrival arrival) {}

    @Override
    public void stray(Response response) {}

    @Override
    public void disconnected() {}
}
