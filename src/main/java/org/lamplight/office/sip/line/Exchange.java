package org.lamplight.office.sip.line;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.dialog.CallWatcher;
import org.lamplight.office.sip.dialog.Dialog;
import org.lamplight.office.sip.directory.Directory;
import org.lamplight.office.sip.media.MediaLoop;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.proxy.Proxy;
import org.lamplight.office.sip.proxy.Ways;
import org.lamplight.office.sip.transaction.ServerTransaction;
import org.lamplight.office.sip.transaction.SipThread;
import org.lamplight.office.sip.transaction.Transactions;
import org.lamplight.office.sip.transport.Flow;
import org.lamplight.office.sip.transport.SipPorts;

/** All calls that end in the office itself, and what they need. On the server's thread. */
public final class Exchange {
    static final int MOST = 200;

    private final SipThread thread;
    private final SipPorts ports;
    private final Transactions transactions;
    private final Ways ways;
    private final Proxy proxy;
    private final Directory directory;
    private final MediaLoop media;
    private final CallWatcher watcher;
    private final Map<String, LocalCall> calls = new HashMap<>();

    public Exchange(
            SipThread thread,
            SipPorts ports,
            Transactions transactions,
            Ways ways,
            Proxy proxy,
            Directory directory,
            MediaLoop media,
            CallWatcher watcher) {
        this.thread = thread;
        this.ports = ports;
        this.transactions = transactions;
        this.ways = ways;
        this.proxy = proxy;
        this.directory = directory;
        this.media = media;
        this.watcher = watcher;
    }

    SipThread thread() {
        return thread;
    }

    Transactions transactions() {
        return transactions;
    }

    Proxy proxy() {
        return proxy;
    }

    Ways ways() {
        return ways;
    }

    Directory directory() {
        return directory;
    }

    MediaLoop media() {
        return media;
    }

    /** Where the office's own ends of calls are reached. */
    String contact(String user, String transport) {
        String kind = transport.equals("UDP") ? "" : ";transport=" + transport.toLowerCase(Locale.ROOT);
        return "<sip:" + user + "@" + ports.address(transport) + kind + ">";
    }

    void add(LocalCall call, Dialog dialog) {
        calls.put(dialog.name(), call);
    }

    void remove(Dialog dialog) {
        calls.remove(dialog.name());
        watcher.ended(dialog.callId());
    }

    CallWatcher watcher() {
        return watcher;
    }

    /** How many there are. */
    public int size() {
        return calls.size();
    }

    /** Whether no more calls can be had. */
    boolean isFull() {
        return calls.size() >= MOST;
    }

    /** Takes a request of a dialog that ends here; false if it is somebody else's. */
    public boolean takes(ServerTransaction asked) {
        LocalCall call = find(asked.request());
        if (call != null) {
            call.asked(asked);
        }
        return call != null;
    }

    /** Takes an ACK of a dialog that ends here; false if it is somebody else's. */
    public boolean takes(SipRequest ack) {
        LocalCall call = find(ack);
        if (call != null) {
            call.acknowledged(ack);
        }
        return call != null;
    }

    private @Nullable LocalCall find(SipRequest request) {
        return calls.get(Dialog.name(request.callId(), request.to().tag()));
    }

    /** The way to the other end of a dialog; null if it has gone. */
    @Nullable
    Flow way(Dialog dialog, SipRequest request) {
        return ways.within(dialog.flow(), request);
    }

    /** Ends all calls, saying so to the other ends. */
    public void hangUpAll() {
        List.copyOf(calls.values()).forEach(LocalCall::hangUp);
    }
}
