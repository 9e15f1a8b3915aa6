package org.lamplight.sip.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.Calls;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.lab.Sipp;
import org.lamplight.lab.Softphone;

/**
 * A softphone that is registered at a scripted registrar, which sends its calls to sipp (RFC 3608), and what has to hold
 * after every call, however odd it was.
 */
final class OddRig implements AutoCloseable {
    final SipPeer peer;
    final SdpOnlyMedia media = new SdpOnlyMedia();
    final Softphone phone;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Handler listening = new Listening();
    private volatile String route = "";
    private int calls;

    /** What a user would be troubled with. */
    private final class Listening extends Handler {
        @Override
        public void publish(LogRecord line) {
            int level = line.getLevel().intValue();
            if (level >= Level.WARNING.intValue() || (line.getThrown() != null && level >= Level.INFO.intValue())) {
                said.add(line.getLoggerName() + ": " + line.getMessage() + ' ' + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    OddRig(SipPeer peer, String transport, Path cache) throws Exception {
        this.peer = peer;
        peer.registrar(register ->
                peer.reply(register, 200, "Contact: <" + register.contact() + ">;expires=600\r\n" + route, ""));
        Logger.getLogger("").addHandler(listening);
        phone = new Softphone(media, cache);
        phone.open("address=ada@office.test", "registrar=" + peer.place(), "transport=" + transport);
        phone.awaitOnline();
    }

    /** Where sipp calls us. */
    int port() {
        return Integer.parseInt(register().contact().replaceFirst("[^:]*:[^:]*:(\\d+).*", "$1"));
    }

    private SipText register() {
        return peer.registers().get(peer.registers().size() - 1);
    }

    /** Calls of ours go there from now on. */
    void callsGoTo(Sipp sipp) throws Exception {
        callsGo("Service-Route: <sip:127.0.0.1:" + sipp.port() + ";lr>");
    }

    private void callsGo(String way) throws Exception {
        if (!way.equals(route)) {
            route = way;
            long before = online();
            phone.retry();
            phone.until("registered again", () -> online() > before);
        }
    }

    private long online() {
        return phone.reports().stream()
                .filter(one -> one.phase() == Phase.ONLINE)
                .count();
    }

    /** A call that sipp answers. */
    Call talk(Sipp sipp) throws Exception {
        callsGoTo(sipp);
        Call call = phone.dial("6002");
        return phone.awaitState(call.id(), CallState.CONNECTED);
    }

    /** A call of sipp's, which is answered. */
    Call answered() throws Exception {
        Call call = phone.awaitIncoming();
        phone.tell(all -> all.answer(call.id()));
        return phone.awaitState(call.id(), CallState.CONNECTED);
    }

    void hangUp(Call call) throws Exception {
        phone.tell(all -> all.hangUp(call.id()));
        ended(call);
    }

    Call ended(Call call) throws Exception {
        return phone.awaitState(call.id(), CallState.ENDED);
    }

    /** Nothing is left of the calls before, nothing was complained of, and the next calls go as ever. */
    void isAsEver() throws Exception {
        for (Call left : phone.ask(Calls::all)) {
            if (!left.isOver()) {
                hangUp(left);
            }
        }
        phone.until("media closed", () -> media.open() == 0);
        phone.until("no call is left", () -> going() == 0);
        callsGo("");
        outgoingGoes();
        incomingRings();
        assertThat(said).isEmpty();
    }

    private void outgoingGoes() throws Exception {
        Call out = phone.dial("6002");
        SipText invite = peer.request("INVITE");
        peer.answer(invite, 200, peer.contactLine(), SipPeer.sdp(1, "sendrecv"));
        peer.request("ACK");
        phone.awaitState(out.id(), CallState.CONNECTED);
        phone.tell(all -> all.hangUp(out.id()));
        peer.answer(peer.request("BYE"), 200, "", "");
        ended(out);
    }

    private void incomingRings() throws Exception {
        String headers = "From: <sip:6002@office.test>;tag=e\r\nTo: <sip:ada@office.test>\r\nCall-ID: ever" + ++calls
                + "\r\n" + peer.contactLine();
        peer.send(register(), peer.request("INVITE", register().contact(), 1, headers, SipPeer.sdp(1, "sendrecv")));
        Call in = phone.awaitIncoming();
        phone.tell(all -> all.decline(in.id(), 486));
        peer.response(486);
        ended(in);
        phone.until("no call is left", () -> going() == 0);
    }

    /** How many calls the line itself still has; what is over is remembered elsewhere, for late messages. */
    private int going() throws Exception {
        Object session = value(phone, "session");
        return ((Map<?, ?>) value(value(session, "calls"), "current")).size();
    }

    private static Object value(Object of, String field) throws Exception {
        Field found = of.getClass().getDeclaredField(field);
        found.setAccessible(true);
        return found.get(of);
    }

    @Override
    public void close() throws Exception {
        phone.close();
        peer.close();
        Logger.getLogger("").removeHandler(listening);
    }
}
