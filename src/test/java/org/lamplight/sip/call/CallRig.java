package org.lamplight.sip.call;

import java.nio.file.Path;
import java.util.UUID;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.lab.Softphone;
import org.lamplight.sip.flow.OwnAddress;

/** A softphone, registered at a scripted peer, and what tests of calls need again and again. */
final class CallRig implements AutoCloseable {
    static final String OFFER = SipPeer.sdp(1, "sendrecv");

    final SipPeer peer;
    final SdpOnlyMedia media = new SdpOnlyMedia();
    final Softphone phone;
    private int cseq = 100;

    CallRig(Path cache, String... keys) throws Exception {
        this(SipPeer.udp(), "udp", cache, keys);
    }

    CallRig(SipPeer peer, String transport, Path cache, String... keys) throws Exception {
        this(peer, transport, OwnAddress.SYSTEM, cache, keys);
    }

    /** @param system says which address of the telephone leads to the peer */
    CallRig(SipPeer peer, String transport, OwnAddress system, Path cache, String... keys) throws Exception {
        this.peer = peer;
        phone = new Softphone(media, cache, system);
        String[] all = new String[keys.length + 3];
        all[0] = "address=ada@office.test";
        all[1] = "registrar=" + peer.place();
        all[2] = "transport=" + transport;
        System.arraycopy(keys, 0, all, 3, keys.length);
        phone.open(all);
        phone.awaitOnline();
    }

    /** Our INVITE for a call to this number, not answered yet. */
    record Dialled(String id, SipText invite) {}

    Dialled dial(String target) throws Exception {
        Call call = phone.dial(target);
        return new Dialled(call.id(), peer.request("INVITE"));
    }

    /** An answered call that we made. */
    Dialled talk() throws Exception {
        Dialled dialled = dial("6002");
        peer.answer(dialled.invite(), 200, peer.contactLine() + "\r\nAllow: INVITE, ACK, BYE, UPDATE, REFER", OFFER);
        peer.request("ACK");
        phone.awaitState(dialled.id(), CallState.CONNECTED);
        return dialled;
    }

    /** A call that came: the peer's headers for its dialog, and how to reach the telephone. */
    record Came(String id, String callId, String from, String uri, SipText via) {}

    String uri() {
        return peer.registers().get(peer.registers().size() - 1).contact();
    }

    SipText register() {
        return peer.registers().get(peer.registers().size() - 1);
    }

    /** Sends an INVITE; returns its headers. */
    String invite(String callId, String extra, String body) {
        return invite(callId, "\"Charles\" <sip:6002@office.test>", extra, body);
    }

    /** As above, from somebody else. */
    String invite(String callId, String from, String extra, String body) {
        String headers = "From: " + from + ";tag=p1\r\nTo: <sip:ada@office.test>\r\nCall-ID: " + callId + "\r\n"
                + peer.contactLine() + "\r\n" + extra;
        peer.send(register(), peer.request("INVITE", uri(), 1, headers, body));
        return headers;
    }

    String newCallId() {
        return UUID.randomUUID().toString();
    }

    /** The same, without more, by the way that {@code back} came. */
    void inDialog(SipText back, SipText invite, String method) {
        String headers = "From: " + invite.get("To") + ";tag=there\r\nTo: " + invite.get("From") + "\r\nCall-ID: "
                + invite.get("Call-ID");
        peer.send(back, peer.request(method, invite.contact(), ++cseq, headers, ""));
    }

    /** A request of the peer's in a dialog that we began: our invite, answered with the tag {@code there}. */
    void inDialog(SipText invite, String method, String extra, String body) {
        String headers = "From: " + invite.get("To") + ";tag=there\r\nTo: " + invite.get("From") + "\r\nCall-ID: "
                + invite.get("Call-ID") + "\r\n" + (method.equals("BYE") ? "" : peer.contactLine() + "\r\n") + extra;
        peer.send(invite, peer.request(method, invite.contact(), method.equals("ACK") ? cseq : ++cseq, headers, body));
    }

    /** The number that the peer's last request in a dialog had. */
    int last() {
        return cseq;
    }

    @Override
    public void close() throws Exception {
        phone.close();
        peer.close();
    }
}
